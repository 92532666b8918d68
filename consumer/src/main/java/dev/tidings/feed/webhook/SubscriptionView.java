package dev.tidings.feed.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as its owner sees it.
 *
 * @param reason why it is disabled
 * @param cursor the last entry that it got, or that its filters dropped
 * @param failures in a row, of the entry that is next
 * @param next when that is tried again
 * @param secret shown once, to who asked for it
 */
record SubscriptionView(
    String id,
    String url,
    Map<String, List<String>> filters,
    @Nullable String description,
    Instant created,
    String state,
    @Nullable String reason,
    @Nullable Instant since,
    long cursor,
    int failures,
    @Nullable Instant next,
    @Nullable String secret) {

  static SubscriptionView of(Subscription of, Progress progress, String log) {
    State state = State.of(of, progress, log);
    return new SubscriptionView(
        of.id(),
        of.url(),
        of.filters(),
        of.description(),
        of.created(),
        state.word(),
        state.reason(),
        state instanceof State.Disabled disabled ? disabled.halt().since() : null,
        progress.seq(),
        progress.failures(),
        progress.next(),
        null);
  }

  SubscriptionView with(Secret once) {
    return new SubscriptionView(
        id,
        url,
        filters,
        description,
        created,
        state,
        reason,
        since,
        cursor,
        failures,
        next,
        once.value());
  }

  @Override
  public String toString() {
    return id;
  }
}
