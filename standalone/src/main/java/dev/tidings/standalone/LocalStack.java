package dev.tidings.standalone;

import dev.tidings.broker.EmbeddedBroker;
import dev.tidings.summarise.Backlog;
import dev.tidings.summarise.Summariser;
import dev.tidings.wire.KafkaUnusable;
import dev.tidings.wire.Topics;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Broker, topics and worker in this process. */
final class LocalStack implements AutoCloseable {

  /** Partitions of the divided topics: enough for a few workers, few enough to start soon. */
  static final int PARTITIONS = 4;

  private static final long LOOK_EVERY_MS = 25;

  private final EmbeddedBroker broker;
  private final Summariser summariser;
  private final Thread worker;
  private final CompletableFuture<String> ended = new CompletableFuture<>();

  private LocalStack(EmbeddedBroker broker) {
    this.broker = broker;
    this.summariser = new Summariser(client());
    this.worker = new Thread(this::work, "summarise");
    broker.died().thenAccept(ended::complete);
  }

  /**
   * Starts all three; a {@code BrokerFailure} or {@link KafkaUnusable} says in one line why not.
   */
  static LocalStack start(Path folder, int port) {
    EmbeddedBroker broker = EmbeddedBroker.start(folder, port);
    LocalStack stack = new LocalStack(broker);
    try (Topics topics = Topics.at(stack.client())) {
      topics.create(PARTITIONS);
    } catch (RuntimeException e) {
      broker.close();
      throw e;
    }
    stack.worker.start();
    return stack;
  }

  /** Kafka client properties that reach the broker. */
  Map<String, Object> client() {
    return Map.of("bootstrap.servers", broker.bootstrap());
  }

  String bootstrap() {
    return broker.bootstrap();
  }

  /** Completes with one line when a part has failed; never otherwise. */
  CompletableFuture<String> ended() {
    return ended;
  }

  /**
   * Waits until the worker has processed all that stands on the update topics, and what it writes
   * there itself.
   */
  void awaitProcessed() throws InterruptedException {
    try (Backlog backlog = new Backlog(client(), PARTITIONS)) {
      while (!summariser.tally().isReady()
          || backlog.size() > 0
          || summariser.tally().onTheirWay() > 0) {
        if (ended.isDone()) {
          throw new KafkaUnusable(ended.join());
        }
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
      }
    }
  }

  private void work() {
    try {
      summariser.run();
    } catch (RuntimeException e) {
      ended.complete("the worker has stopped: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    summariser.stop();
    try {
      worker.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    broker.close();
  }
}
