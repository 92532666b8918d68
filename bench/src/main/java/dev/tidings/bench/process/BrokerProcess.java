package dev.tidings.bench.process;

import dev.tidings.broker.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A broker in a JVM of its own, with the settings of {@code tidings up}. */
public final class BrokerProcess implements AutoCloseable {

  private static final Pattern ANSWERS = Pattern.compile("^answers at (\\S+)$");

  /** Kafka's own scripts give a broker 1 GiB and the G1 collector. */
  private static final List<String> JVM = List.of("-Xms1g", "-Xmx1g", "-XX:+UseG1GC");

  private final Child child;
  private final String bootstrap;
  private final double startSeconds;

  private BrokerProcess(Child child) throws InterruptedException {
    this.child = child;
    this.bootstrap = child.awaitLine(ANSWERS);
    this.startSeconds = (System.nanoTime() - child.started()) / 1e9;
  }

  /** Starts one; blocks until it answers. */
  public static BrokerProcess start(Path folder) throws InterruptedException {
    return new BrokerProcess(Child.java(JVM, BrokerProcess.class, folder.toString()));
  }

  /** Where clients connect. */
  public String bootstrap() {
    return bootstrap;
  }

  /** From the start of its JVM until it answered. */
  public double startSeconds() {
    return startSeconds;
  }

  @Override
  public void close() {
    child.close();
  }

  /** Serves until its standard input ends, or it is asked to end. */
  public static void main(String[] args) throws IOException {
    try (EmbeddedBroker broker = EmbeddedBroker.start(Path.of(args[0]), 0)) {
      Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop"));
      System.out.println("answers at " + broker.bootstrap());
      while (System.in.read() >= 0) {
        // Nobody says anything; the end comes with the parent's.
      }
    }
    System.exit(0);
  }
}
