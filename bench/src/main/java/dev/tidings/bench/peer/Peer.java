package dev.tidings.bench.peer;

import dev.tidings.bench.process.Child;
import java.util.ArrayList;
import java.util.List;

/**
 * What runs beside Tidings.
 *
 * <p>Each is given where Kafka answers, the name of this run, and a folder of its own. The name is
 * its group, and with it begin the names of the topics that it writes.
 */
public enum Peer {
  READ("plain consumer, bytes only", PlainRead.class, "bytes"),
  PARSE("plain consumer and Jackson, to records", PlainRead.class, "records"),
  COPY("bare transactional copy, 200 ms", TransactionalLoop.class, "copy"),
  SMALL_LOOP("transactional loop with a small fold", TransactionalLoop.class, "small"),
  PROCESSORS(
      "Kafka Streams processors, heap store, same outputs", StreamsProcessors.class, "whole"),
  SMALL_PROCESSORS("Kafka Streams processors, small fold", StreamsProcessors.class, "small"),
  SMALL_DSL("Kafka Streams DSL on RocksDB, small fold", StreamsDsl.class, "small");

  /**
   * The parallel collector has the highest throughput of the JDK's, and a heap that need not grow
   * costs no pauses.
   */
  private static final List<String> JVM =
      List.of("-Xms2g", "-Xmx2g", "-XX:+UseParallelGC", "-XX:+AlwaysPreTouch");

  private final String words;

  @SuppressWarnings("ImmutableEnumChecker") // A class is.
  private final Class<?> main;

  private final String variant;

  Peer(String words, Class<?> main, String variant) {
    this.words = words;
    this.main = main;
    this.variant = variant;
  }

  public String words() {
    return words;
  }

  /** Starts it. */
  public Child start(String bootstrap, String run, String folder) {
    return Child.java(new ArrayList<>(JVM), main, variant, bootstrap, run, folder);
  }

  /** The topic of a run's notifications. */
  public static String notifications(String run) {
    return run + ".notifications";
  }

  /** The topic of a run's summaries. */
  public static String summaries(String run) {
    return run + ".summaries";
  }
}
