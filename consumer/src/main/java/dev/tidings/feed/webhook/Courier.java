package dev.tidings.feed.webhook;

import dev.tidings.feed.Feed;
import dev.tidings.feed.Filter;
import dev.tidings.feed.Item;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one subscription its entries, one after the other: the next is not sent before the one
 * before it was taken. All of it happens in one thread, which it shares with the other couriers.
 */
final class Courier {

  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  /** Entries that are looked through before the others have their turn. */
  private static final int TURN = 1_000;

  /** A fault of ours is no reason to drop an entry, nor to try again without a pause. */
  private static final Duration AFTER_A_FAULT = Duration.ofMinutes(1);

  /** What couriers share. */
  record Tools(
      Feed feed,
      Sender sender,
      Schedule schedule,
      Clock clock,
      Ledger ledger,
      Meters meters,
      ScheduledExecutorService thread) {}

  private final Tools tools;
  private final int partition;
  private Subscription subscription;
  private Filter filter;
  private Progress progress;
  private long written;
  private @Nullable Sending sending;
  private @Nullable Future<?> timer;
  private boolean stopping;
  private CompletableFuture<Void> idle = CompletableFuture.completedFuture(null);

  Courier(Tools tools, Subscription subscription, int partition, Progress progress) {
    this.tools = tools;
    this.partition = partition;
    this.subscription = subscription;
    this.filter = subscription.filter();
    this.progress = progress;
    this.written = progress.seq();
  }

  int partition() {
    return partition;
  }

  /** Takes what its owner asked for since. */
  void change(Subscription newer) {
    subscription = newer;
    filter = newer.filter();
    Progress obeying = progress.obeying(newer);
    if (!obeying.equals(progress)) {
      write(obeying);
    }
    step();
  }

  /** Sends the next entry, if it is time, and if there is one. */
  void step() {
    try {
      if (sending == null && !stopping && isActive() && isTime()) {
        next().ifPresent(this::send);
      }
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).addKeyValue("id", subscription.id()).log("a webhook is held up");
      stepAfter(AFTER_A_FAULT);
    }
  }

  /** Sends nothing more; completes when what is under way has ended. */
  CompletableFuture<Void> stop() {
    stopping = true;
    cancelTimer();
    return idle;
  }

  /** Has nothing more to do with it: whatever comes of what is under way is not written down. */
  void abandon() {
    var unused = stop();
    Sending under = sending;
    sending = null;
    if (under != null) {
      under.abort();
    }
  }

  private boolean isActive() {
    return State.of(subscription, progress, tools.feed().log()) instanceof State.Active;
  }

  private boolean isTime() {
    Instant at = progress.next();
    Instant now = tools.clock().instant();
    if (at == null || !now.isBefore(at)) {
      return true;
    }
    stepAfter(Duration.between(now, at));
    return false;
  }

  private Optional<Item> next() {
    Feed feed = tools.feed();
    int index = feed.indexAfter(progress.seq());
    int end = Math.min(feed.size(), index + TURN);
    long dropped = progress.seq();
    for (; index < end; index++) {
      Item item = feed.at(index);
      if (filter.lets(item)) {
        progress = progress.passing(dropped);
        return Optional.of(item);
      }
      dropped = item.seq();
    }
    pass(dropped);
    if (end < feed.size()) {
      tools.thread().execute(this::step);
    }
    return Optional.empty();
  }

  /** That entries were dropped is written now and then: to look through them again is cheap. */
  private void pass(long dropped) {
    if (dropped - written >= TURN) {
      write(progress.passing(dropped));
    } else {
      progress = progress.passing(dropped);
    }
  }

  private void send(Item item) {
    Instant now = tools.clock().instant();
    long start = System.nanoTime();
    String message = subscription.id() + "_" + item.seq();
    int number = progress.failures() + 1;
    int replays = progress.replays();
    Sending call =
        tools
            .sender()
            .send(subscription.url(), subscription.signing(now), message, tools.feed().json(item));
    sending = call;
    idle = new CompletableFuture<>();
    var unused =
        call.outcome()
            .thenAcceptAsync(
                outcome -> {
                  long nanos = System.nanoTime() - start;
                  Attempt attempt =
                      new Attempt(
                          item.seq(),
                          message,
                          number,
                          now,
                          TimeUnit.NANOSECONDS.toMillis(nanos),
                          outcome.status(),
                          outcome.problem());
                  tools.meters().called(outcome, Duration.ofNanos(nanos));
                  ended(call, attempt, outcome, replays == progress.replays());
                },
                tools.thread());
  }

  private void ended(Sending call, Attempt attempt, Outcome outcome, boolean isWanted) {
    if (sending == call) {
      sending = null;
      write(isWanted ? after(attempt, outcome) : progress.noting(attempt));
      idle.complete(null);
      step();
    }
  }

  private Progress after(Attempt attempt, Outcome outcome) {
    if (outcome instanceof Outcome.Taken) {
      return progress.taking(attempt.seq(), attempt);
    }
    if (outcome instanceof Outcome.Failed failed) {
      return tools
          .schedule()
          .pauseAfter(attempt.attempt(), failed.retryAfter())
          .map(pause -> progress.failing(attempt, tools.clock().instant().plus(pause)))
          .orElseGet(
              () ->
                  halt(
                      attempt,
                      String.format(
                          Locale.ROOT,
                          "%d attempts failed; the last: %s",
                          attempt.attempt(),
                          failed.problem())));
    }
    return halt(attempt, "its receiver wants no more: status 410");
  }

  private Progress halt(Attempt attempt, String reason) {
    LOG.atWarn()
        .addKeyValue("id", subscription.id())
        .addKeyValue("reason", reason)
        .log("a webhook is disabled");
    return progress.halting(attempt, reason);
  }

  private void write(Progress newer) {
    progress = newer;
    written = newer.seq();
    tools.ledger().note(subscription.id(), partition, newer);
  }

  private void stepAfter(Duration pause) {
    cancelTimer();
    timer =
        tools.thread().schedule(this::step, Math.max(1, pause.toMillis()), TimeUnit.MILLISECONDS);
  }

  private void cancelTimer() {
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }
}
