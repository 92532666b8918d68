package dev.tidings.feed.api;

import dev.tidings.feed.Feed;
import dev.tidings.feed.Filter;
import dev.tidings.feed.Item;
import dev.tidings.http.Answer;
import dev.tidings.http.Parameters;
import dev.tidings.http.ProblemDetail;
import dev.tidings.http.Refusal;
import dev.tidings.wire.NotificationJson.Entry;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code /notifications}: the feed from any cursor there ever was. */
final class Notifications {

  private static final int MOST = 1_000;
  private static final int IF_ABSENT = 100;

  /**
   * A page.
   *
   * @param feed names the log that the cursors are of
   * @param next the cursor to go on with; entries that the filter kept back lie behind it too
   * @param head the cursor of the last entry there is
   */
  private record Page(String feed, long next, long head, List<Entry> notifications) {}

  private final Feed feed;

  Notifications(Feed feed) {
    this.feed = feed;
  }

  void list(Context request) {
    Parameters asked = Parameters.of(request);
    long after = asked.whole("after", Feed.START, Feed.START, Long.MAX_VALUE);
    String log = asked.one("feed", text -> text);
    int limit = (int) asked.whole("limit", IF_ABSENT, 1, MOST);
    Filter filter = Filter.of(asked);
    asked.check();
    if (!feed.canGoOnFrom(after) || (log != null && !log.equals(feed.log()))) {
      throw startAgain(after);
    }
    long head = feed.head();
    long next = after;
    List<Entry> entries = new ArrayList<>();
    int end = feed.indexAfter(head);
    for (int i = feed.indexAfter(after); i < end && entries.size() < limit; i++) {
      Item item = feed.at(i);
      next = item.seq();
      if (filter.lets(item)) {
        entries.add(feed.entry(item));
      }
    }
    Answer.cacheable(request, new Page(feed.log(), next, head, entries));
  }

  private Refusal startAgain(long after) {
    return new Refusal(
        new ProblemDetail(
            "https://tidings.dev/problems/reset",
            "No cursor of this feed",
            410,
            String.format(
                Locale.ROOT,
                "%d is no cursor of feed %s, which ends at %d, or what followed it is deleted;"
                    + " start again from /snapshot",
                after,
                feed.log(),
                feed.head()),
            List.of(),
            "/snapshot"),
        Map.of());
  }
}
