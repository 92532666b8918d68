package dev.tidings.summarise;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** A worker on a thread of its own. */
record RunningWorker(Summariser summariser, Thread thread) implements AutoCloseable {

  /** Runs a worker for as long as something else takes. */
  static void during(Kafka kafka, Clock clock, Runnable what) {
    try (RunningWorker worker = start(kafka, clock)) {
      worker.awaitReady();
      what.run();
    }
  }

  static RunningWorker start(Kafka kafka, Clock clock) {
    return start(kafka, clock, () -> new TransactionalOutbox(kafka.client()));
  }

  static RunningWorker start(Kafka kafka, Clock clock, Supplier<Outbox> outboxes) {
    Summariser summariser =
        new Summariser(kafka.client(), outboxes, clock, new SimpleMeterRegistry());
    Thread thread = new Thread(summariser, "worker");
    thread.start();
    return new RunningWorker(summariser, thread);
  }

  RunningWorker awaitReady() {
    Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> summariser.tally().isReady());
    return this;
  }

  /** Stops it, after the batch that it is at. */
  @Override
  public void close() {
    summariser.stop();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
