package dev.tidings.feed.webhook;

import dev.tidings.feed.Replica;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Is a member of the group for as long as this process can deliver: again after any failure, with
 * nothing that it knew before.
 */
final class DeliveryThread implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryThread.class);
  private static final long PAUSE_MS = 1_000;
  private static final long CLOSE_MS = 15_000;

  private final Replica replica;
  private final Registry registry;
  private final Deliveries deliveries;
  private final Supplier<Membership> memberships;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "tidings-webhooks-group");
  private volatile boolean isMember;

  DeliveryThread(
      Replica replica, Registry registry, Deliveries deliveries, Supplier<Membership> memberships) {
    this.replica = replica;
    this.registry = registry;
    this.deliveries = deliveries;
    this.memberships = memberships;
  }

  void start() {
    thread.start();
  }

  boolean isMember() {
    return isMember;
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(CLOSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    // An entry that was withdrawn since must not leave before that is known too.
    while (!pause(20) && !isComplete()) {
      LOG.atTrace().log("the copies are not complete");
    }
    while (canDeliver()) {
      try (Membership membership = memberships.get()) {
        while (canDeliver()) {
          membership.step();
          isMember = true;
        }
      } catch (RuntimeException e) {
        LOG.atWarn().setCause(e).log("webhooks wait: the group cannot be kept up; trying again");
        deliveries.loseAll();
        pause(PAUSE_MS);
      } finally {
        isMember = false;
      }
    }
  }

  private boolean isComplete() {
    return isDone(replica.complete()) && isDone(registry.started());
  }

  private static boolean isDone(CompletableFuture<?> future) {
    return future.isDone() && !future.isCompletedExceptionally();
  }

  private boolean canDeliver() {
    return closing.getCount() > 0 && !replica.ended().isDone() && !registry.ended().isDone();
  }

  /** Whether it ends meanwhile. */
  private boolean pause(long millis) {
    try {
      return closing.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
