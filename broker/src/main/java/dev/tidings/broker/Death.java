package dev.tidings.broker;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.FutureTask;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The end of one broker that nobody asked for. Kafka reports some of them by ending the JVM,
 * without saying for which broker: so every thread of a broker knows its broker's death, as the
 * threads that start and stop Kafka hand it down to all that they create.
 */
final class Death {
  private static final InheritableThreadLocal<@Nullable Death> OF_THIS_THREAD =
      new InheritableThreadLocal<>();

  private final UnaryOperator<String> inWords;
  private final CompletableFuture<String> line = new CompletableFuture<>();

  /**
   * Of a broker that still lives.
   *
   * @param inWords makes one line for the user of what Kafka says
   */
  Death(UnaryOperator<String> inWords) {
    this.inWords = inWords;
  }

  /** The death of the broker to which the current thread belongs. */
  static Optional<Death> ofThisThread() {
    return Optional.ofNullable(OF_THIS_THREAD.get());
  }

  /** Runs a task in a thread whose descendants belong to this broker. */
  FutureTask<?> run(String threadName, Runnable task) {
    FutureTask<?> running = new FutureTask<>(task, null);
    Thread thread =
        new Thread(
            () -> {
              OF_THIS_THREAD.set(this);
              running.run();
            },
            threadName);
    // Kafka's threads inherit this, and must not depend on who started the broker.
    thread.setDaemon(false);
    thread.start();
    return running;
  }

  /** Only the first report counts: what follows are its consequences. */
  void report(String cause) {
    if (!line.isDone()) {
      line.complete(Reason.oneLine(inWords.apply(cause)));
    }
  }

  CompletionStage<String> line() {
    return line.minimalCompletionStage();
  }

  Optional<String> lineSoFar() {
    return Optional.ofNullable(line.getNow(null));
  }

  boolean hasCome() {
    return line.isDone();
  }
}
