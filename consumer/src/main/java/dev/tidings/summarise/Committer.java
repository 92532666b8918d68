package dev.tidings.summarise;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits one transaction after the other on a thread of its own. Meanwhile the worker reads and
 * folds what the next one will tell.
 */
final class Committer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Committer.class);

  /** Longer than a transaction can take. */
  private static final Duration CLOSE_WITHIN = Duration.ofMinutes(2);

  private final Outbox outbox;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(work -> new Thread(work, "summarise-commit"));

  private @Nullable Future<Transaction> underWay;

  Committer(Outbox outbox) {
    this.outbox = outbox;
  }

  /** Whether a transaction is under way. */
  boolean isBusy() {
    return underWay != null && !underWay.isDone();
  }

  /** Starts to commit, when the one before was awaited. */
  void start(Transaction transaction) {
    if (underWay != null) {
      throw new IllegalStateException("a transaction is under way");
    }
    underWay =
        thread.submit(
            () -> outbox.commit(transaction.records(), transaction.offsets(), transaction.group()),
            transaction);
  }

  /**
   * Waits for the transaction that is under way, and gives it; empty without one.
   *
   * @throws RuntimeException what {@link Outbox#commit} threw
   */
  Optional<Transaction> await() {
    if (underWay == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(underWay.get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException why) {
        throw why;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } finally {
      underWay = null;
    }
  }

  /** Returns when nothing is under way any longer; whether it was committed is not said. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(CLOSE_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("the last transaction is still under way");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
