package dev.tidings.feed.api;

import dev.tidings.feed.Feed;
import dev.tidings.feed.Item;
import dev.tidings.feed.Paths;
import dev.tidings.http.Answer;
import dev.tidings.http.Parameters;
import dev.tidings.notification.Notification;
import dev.tidings.notification.Notification.Change;
import dev.tidings.notification.Reason;
import dev.tidings.party.Relationship;
import dev.tidings.text.PlainText;
import dev.tidings.wire.InstantText;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code /relationships/{pair}/changes}: what is different since then, and because of what. */
final class Changes {

  /**
   * What changed.
   *
   * @param cursor of the last entry of the feed that this looks at: ask for what comes behind it
   * @param changes first state before, last state after; what came and went again is not there
   * @param because what was told, the earliest first
   */
  private record Answered(
      Relationship relationship, long cursor, List<Change> changes, List<Cause> because) {}

  private record Cause(
      long seq, Reason reason, String uri, int version, String headline, Instant issued) {}

  private final Feed feed;

  Changes(Feed feed) {
    this.feed = feed;
  }

  void since(Context request) {
    Relationship pair = Paths.pair(request);
    Parameters asked = Parameters.of(request);
    Predicate<Item> since = asked.one("since", this::since);
    if (since == null) {
      asked.problem("since", "missing; expected a cursor or an instant");
    }
    asked.check();
    long head = feed.head();
    List<Item> items = new ArrayList<>();
    for (Item item = feed.latestOf(pair).orElse(null);
        item != null && Objects.requireNonNull(since).test(item);
        item = item.earlierOfPair()) {
      items.add(item);
    }
    Collections.reverse(items);
    Answer.cacheable(
        request,
        new Answered(pair, head, differences(items), items.stream().map(this::cause).toList()));
  }

  private Predicate<Item> since(String text) {
    if (!text.matches("-?\\d{1,18}")) {
      Instant instant = instant(text);
      return item -> item.told().isAfter(instant);
    }
    long cursor = Long.parseLong(text);
    if (!feed.canGoOnFrom(cursor)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d is no cursor of this feed; expected %d … %d",
              cursor,
              Feed.START,
              feed.head()));
    }
    return item -> item.seq() > cursor;
  }

  private static Instant instant(String text) {
    try {
      return InstantText.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "'%s'; expected a cursor, or an instant as in 2024-01-16T21:30:00Z",
              PlainText.clip(text)),
          e);
    }
  }

  private List<Change> differences(List<Item> items) {
    Map<String, Change> differences = new TreeMap<>();
    for (Item item : items) {
      for (Change change : feed.shown(item).changes()) {
        differences.merge(
            change.path(),
            change,
            (first, last) -> new Change(first.path(), first.before(), last.after()));
      }
    }
    return differences.values().stream()
        .filter(change -> !same(change.before(), change.after()))
        .toList();
  }

  private static boolean same(@Nullable String before, @Nullable String after) {
    return Objects.equals(before, after);
  }

  private Cause cause(Item item) {
    Notification shown = feed.shown(item);
    return new Cause(
        item.seq(),
        shown.reason(),
        shown.update().uri(),
        shown.update().version(),
        shown.headline(),
        shown.issued());
  }
}
