package dev.tidings.broker;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** A JVM of its own that runs a broker, and says on its standard output what happens to it. */
final class OtherProcess implements AutoCloseable {
  static final String TOPIC = "numbers";

  private final Process process;
  private final BufferedReader output;

  private OtherProcess(List<String> command) throws IOException {
    this.process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    this.output = process.inputReader();
  }

  /** Starts a broker and writes the numbers from {@code first} on, one after the other. */
  static OtherProcess counting(Path folder, int first) throws IOException {
    return new OtherProcess(java("count", folder.toString(), Integer.toString(first)));
  }

  /**
   * Starts a broker that the system lets write files of 20 MiB at most, and writes until it dies.
   */
  static OtherProcess fillingASmallDisk(Path folder) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("sh", "-c", "ulimit -f 40960; exec \"$@\"", "sh"));
    command.addAll(java("fill", folder.toString()));
    return new OtherProcess(command);
  }

  /** Takes the folder and keeps it, without a broker. */
  static OtherProcess holding(Path folder) throws IOException {
    return new OtherProcess(java("hold", folder.toString()));
  }

  /** Joins a group as a worker, and says which partitions it was given. */
  static OtherProcess working(String bootstrap, String group, String topic) throws IOException {
    return new OtherProcess(java("work", bootstrap, group, topic));
  }

  /** Tries to start a broker, and says why it cannot. */
  static OtherProcess starting(Path folder) throws IOException {
    return new OtherProcess(java("start", folder.toString()));
  }

  private static List<String> java(String... args) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                OtherProcess.class.getName()));
    command.addAll(Arrays.asList(args));
    return command;
  }

  long pid() {
    return process.pid();
  }

  /** The next line that it says; blocks. */
  String says() throws IOException {
    String line = output.readLine();
    return line == null ? "" : line;
  }

  /** All that it has still to say; blocks until it ends. */
  List<String> lastWords() {
    return output.lines().toList();
  }

  /** Ends it as {@code kill -9} does; what it has said can still be read. */
  void kill() {
    process.toHandle().destroyForcibly();
    process.onExit().join();
  }

  int exitStatus() throws InterruptedException {
    return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : -1;
  }

  @Override
  public void close() {
    kill();
  }

  public static void main(String[] args) throws Exception {
    try {
      switch (args[0]) {
        case "hold" -> hold(Path.of(args[1]));
        case "work" -> work(args[1], args[2], args[3]);
        case "count" -> count(Path.of(args[1]), Integer.parseInt(args[2]));
        case "fill" -> fill(Path.of(args[1]));
        default -> EmbeddedBroker.start(Path.of(args[1]), 0).close();
      }
    } catch (BrokerFailure failure) {
      say(String.valueOf(failure.getMessage()));
      System.exit(1);
    }
  }

  private static void hold(Path folder) throws IOException {
    FolderLock held = FolderLock.take(folder);
    say("holds it");
    System.in.read();
    held.close();
  }

  private static void work(String bootstrap, String group, String topic) {
    try (Client client = new Client(bootstrap);
        KafkaConsumer<String, String> worker = client.worker(group)) {
      worker.subscribe(List.of(topic));
      while (true) {
        worker.poll(Duration.ofMillis(50));
        if (!worker.assignment().isEmpty()) {
          say(worker.assignment().toString());
        }
      }
    }
  }

  private static void count(Path folder, int first) throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
        Client client = new Client(broker.bootstrap())) {
      if (first == 0) {
        client.make(TOPIC);
      }
      for (int number = first; ; number++) {
        client.write(TOPIC, Integer.toString(number));
        say(Integer.toString(number));
      }
    }
  }

  private static void fill(Path folder) throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
        Client client = new Client(broker.bootstrap())) {
      client.make(TOPIC);
      broker.died().thenAccept(OtherProcess::say);
      String text = "x".repeat(500_000);
      while (client.writes(TOPIC, text, Duration.ofSeconds(1))) {}
      broker.died().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
