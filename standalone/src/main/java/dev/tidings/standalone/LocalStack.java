package dev.tidings.standalone;

import dev.tidings.broker.EmbeddedBroker;
import dev.tidings.command.Worker;
import dev.tidings.http.Health;
import dev.tidings.summarise.Backlog;
import dev.tidings.summarise.Tally;
import dev.tidings.wire.KafkaUnusable;
import dev.tidings.wire.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Broker, topics and worker in this process. */
final class LocalStack implements AutoCloseable {

  /** Partitions of the divided topics: enough for a few workers, few enough to start soon. */
  static final int PARTITIONS = 4;

  private static final long LOOK_EVERY_MS = 25;

  private final EmbeddedBroker broker;
  private final Worker worker;
  private final boolean isNew;
  private final CompletableFuture<String> ended = new CompletableFuture<>();

  private LocalStack(EmbeddedBroker broker, Worker worker, boolean isNew) {
    this.broker = broker;
    this.worker = worker;
    this.isNew = isNew;
    broker.died().thenAccept(ended::complete);
    worker.ended().exceptionally(this::workerEnded);
  }

  /**
   * Starts all three; a {@code BrokerFailure} or {@link KafkaUnusable} says in one line why not.
   */
  static LocalStack start(Path folder, int port, MeterRegistry metrics) {
    EmbeddedBroker broker = EmbeddedBroker.start(folder, port);
    Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrap());
    boolean isNew;
    try (Topics topics = Topics.at(client)) {
      isNew = topics.create(PARTITIONS);
    } catch (RuntimeException e) {
      broker.close();
      throw e;
    }
    return new LocalStack(broker, Worker.start(client, metrics), isNew);
  }

  /** Whether nothing had ever been written to its topics when it started. */
  boolean isNew() {
    return isNew;
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
    Tally tally = worker.summariser().tally();
    try (Backlog backlog = new Backlog(client(), PARTITIONS)) {
      while (!tally.isReady() || backlog.size() > 0 || tally.onTheirWay() > 0) {
        if (ended.isDone()) {
          throw new KafkaUnusable(ended.join());
        }
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
      }
    }
  }

  /** Whether its worker works; for the {@link Health} of the process. */
  Health.Check check() {
    return worker.check();
  }

  private @Nullable Void workerEnded(Throwable why) {
    ended.complete("the worker has stopped: " + why.getMessage());
    return null;
  }

  @Override
  public void close() {
    worker.close();
    broker.close();
  }
}
