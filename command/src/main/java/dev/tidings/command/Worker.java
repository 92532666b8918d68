package dev.tidings.command;

import dev.tidings.http.Health;
import dev.tidings.summarise.Summariser;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A {@link Summariser} on a thread of its own. */
public final class Worker implements AutoCloseable {

  private static final long CLOSE_SECONDS = 10;

  private final Summariser summariser;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final Thread thread = new Thread(this::work, "summarise");

  private Worker(Summariser summariser) {
    this.summariser = summariser;
  }

  /**
   * Starts one; {@link #check} says when it is ready, and {@link #ended} why it could not be.
   *
   * @param client Kafka client properties, {@code bootstrap.servers} among them
   * @param metrics takes its meters
   */
  public static Worker start(Map<String, Object> client, MeterRegistry metrics) {
    Worker worker = new Worker(new Summariser(client, metrics));
    worker.thread.start();
    return worker;
  }

  public Summariser summariser() {
    return summariser;
  }

  /** Whether it folds what comes; for the {@link Health} of the process. */
  public Health.Check check() {
    return new Health.Check("summarise", summariser::problem);
  }

  /** Completes exceptionally when it can work no longer, and normally when it is closed. */
  public CompletableFuture<Void> ended() {
    return ended;
  }

  private void work() {
    try {
      summariser.run();
      ended.complete(null);
    } catch (RuntimeException e) {
      ended.completeExceptionally(e);
    }
  }

  @Override
  public void close() {
    summariser.stop();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
