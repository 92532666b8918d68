package dev.tidings.feed.webhook;

import dev.tidings.feed.webhook.Registry.Held;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The couriers of the subscriptions that are ours to deliver, and the one thread in which they
 * work. None of them ever waits in it.
 */
final class Deliveries implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

  /** How long a call that is under way may hold up whoever delivers next, in milliseconds. */
  private static final long GRACE_MS = 3_000;

  private final Supplier<Registry> registry;
  private final Courier.Tools tools;
  private final ScheduledThreadPoolExecutor thread;
  private final Set<Integer> owned = new HashSet<>();
  private final Map<String, Courier> couriers = new HashMap<>();
  private final AtomicBoolean woken = new AtomicBoolean();

  /**
   * Delivers nothing yet.
   *
   * @param registry is there before anything is {@link #gained}
   * @param thread one, which drops what comes after its end
   */
  Deliveries(Supplier<Registry> registry, Courier.Tools tools, ScheduledThreadPoolExecutor thread) {
    this.registry = registry;
    this.tools = tools;
    this.thread = thread;
  }

  static ScheduledThreadPoolExecutor thread() {
    ScheduledThreadPoolExecutor thread =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread one = new Thread(task, "tidings-webhooks-couriers");
              one.setDaemon(true);
              return one;
            },
            new ThreadPoolExecutor.DiscardPolicy());
    thread.setRemoveOnCancelPolicy(true);
    return thread;
  }

  /** Looks for new entries soon; may be called often. */
  void wake() {
    if (woken.compareAndSet(false, true)) {
      thread.execute(
          () -> {
            woken.set(false);
            couriers.values().forEach(Courier::step);
          });
    }
  }

  /** Looks at a subscription again: it is new, changed, or no more. */
  void changed(String id) {
    thread.execute(() -> look(id));
  }

  /** Begins with these; the registry knows all that was written of them. */
  void gained(Set<Integer> partitions) {
    thread.execute(
        () -> {
          owned.addAll(partitions);
          registry.get().leftOver(partitions).forEach((id, n) -> tools.ledger().note(id, n, null));
          registry.get().all().stream()
              .filter(held -> partitions.contains(held.partition()))
              .forEach(held -> look(held.subscription().id()));
        });
  }

  /** Ends with these, at the latest after some seconds; what came of it is in the ledger then. */
  void handOver(Set<Integer> partitions) {
    await(
        CompletableFuture.supplyAsync(() -> stopped(partitions), thread)
            .thenCompose(all -> CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))));
    await(CompletableFuture.runAsync(() -> abandon(partitions), thread));
  }

  /** Ends with all at once: they may be somebody else's already. */
  void loseAll() {
    CompletableFuture<Void> lost =
        CompletableFuture.runAsync(
            () -> {
              Set<Integer> all = Set.copyOf(owned);
              owned.clear();
              abandon(all);
              tools.ledger().drop(all);
            },
            thread);
    // What is in the ledger until then would be written by the member that we are next.
    while (!lost.isDone() && !thread.isShutdown() && !Thread.currentThread().isInterrupted()) {
      await(lost);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private void look(String id) {
    Held held = registry.get().find(id).orElse(null);
    Courier courier = couriers.get(id);
    if (courier != null && held == null) {
      courier.abandon();
      couriers.remove(id);
      tools.ledger().note(id, courier.partition(), null);
    } else if (courier != null && held != null) {
      courier.change(held.subscription());
    } else if (held != null && owned.contains(held.partition())) {
      Subscription subscription = held.subscription();
      Courier fresh =
          new Courier(
              tools, subscription, held.partition(), registry.get().progressOf(subscription));
      couriers.put(id, fresh);
      fresh.step();
    }
    tools.meters().deliversTo(couriers.size());
  }

  private List<CompletableFuture<Void>> stopped(Set<Integer> partitions) {
    owned.removeAll(partitions);
    return of(partitions).stream().map(Courier::stop).toList();
  }

  private void abandon(Set<Integer> partitions) {
    of(partitions).forEach(Courier::abandon);
    couriers.values().removeIf(courier -> partitions.contains(courier.partition()));
    tools.meters().deliversTo(couriers.size());
  }

  private List<Courier> of(Set<Integer> partitions) {
    return couriers.values().stream()
        .filter(courier -> partitions.contains(courier.partition()))
        .toList();
  }

  private static void await(CompletableFuture<?> end) {
    try {
      end.get(GRACE_MS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.atDebug().log("the couriers have not ended what is under way");
    } catch (ExecutionException e) {
      throw new IllegalStateException("a courier could not be stopped", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
