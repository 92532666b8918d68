package dev.tidings.feed.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    Map<String, Object> filters,
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
        shown(of.filters()),
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

  /** A number and a flag as such, and lists as lists; what has no values filters nothing. */
  private static Map<String, Object> shown(Map<String, List<String>> filters) {
    Map<String, Object> shown = new TreeMap<>();
    filters.forEach(
        (name, values) -> {
          if (!values.isEmpty()) {
            shown.put(name, shown(name, values));
          }
        });
    return shown;
  }

  private static Object shown(String name, List<String> values) {
    return switch (name) {
      case "minUrgency" -> Integer.valueOf(values.get(0));
      case "background" -> Boolean.valueOf(values.get(0));
      default -> values;
    };
  }

  @Override
  public String toString() {
    return id;
  }
}
