package dev.tidings.feed.stream;

import dev.tidings.feed.Feed;
import dev.tidings.feed.Filter;
import dev.tidings.http.Parameters;
import dev.tidings.http.Refusal;
import dev.tidings.text.PlainText;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a reader's stream begins.
 *
 * @param cursor behind which it begins; one that the feed has reached
 * @param reset why that is not the cursor that the reader came with; null when it is
 */
record Opening(Filter filter, long cursor, @Nullable String reset) {

  private static final String LAST_EVENT_ID = "Last-Event-ID";

  /** How readers for old browsers send it, which cannot add a header. */
  private static final String LAST_EVENT_ID_PARAMETER = "lastEventId";

  private static final long NO_CURSOR = Long.MIN_VALUE;
  private static final Pattern LOG = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Set<String> ACCEPTED = Set.of("text/event-stream", "text/*", "*/*");

  /**
   * Reads a request.
   *
   * @throws Refusal 400 when anything is wrong with it, 406 when it does not take events
   */
  static Opening of(Context request, Feed feed) {
    checkAccept(request.header("Accept"));
    Parameters parameters = Parameters.of(request);
    Filter filter = Filter.of(parameters);
    long after = cursor(parameters, "after");
    String log = parameters.one("feed", Opening::log);
    String parameter = parameters.one(LAST_EVENT_ID_PARAMETER, text -> text);
    parameters.check();
    long last =
        Stream.of(
                lastEventId(LAST_EVENT_ID, request.header(LAST_EVENT_ID)),
                lastEventId(LAST_EVENT_ID_PARAMETER, parameter),
                after)
            .filter(cursor -> cursor != NO_CURSOR)
            .findFirst()
            .orElse(NO_CURSOR);
    return at(feed, filter, last, log);
  }

  private static Opening at(Feed feed, Filter filter, long cursor, @Nullable String log) {
    if (log != null && !log.equals(feed.log())) {
      return new Opening(
          filter, feed.head(), String.format(Locale.ROOT, "the cursor is of feed %s", log));
    }
    if (cursor == NO_CURSOR) {
      return new Opening(filter, feed.head(), null);
    }
    if (!feed.canGoOnFrom(cursor)) {
      String why =
          cursor > feed.head() ? "the feed has not reached %d" : "what followed %d is deleted";
      return new Opening(filter, feed.head(), String.format(Locale.ROOT, why, cursor));
    }
    return new Opening(filter, cursor, null);
  }

  /** An {@code EventSource} that was given no id yet may send an empty one. */
  private static long lastEventId(String name, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return NO_CURSOR;
    }
    Parameters one = new Parameters(Map.of(name, List.of(text.strip())));
    long cursor = cursor(one, name);
    one.check();
    return cursor;
  }

  private static long cursor(Parameters from, String name) {
    return from.whole(name, NO_CURSOR, Feed.START, Long.MAX_VALUE);
  }

  private static String log(String text) {
    if (LOG.matcher(text).matches()) {
      return text;
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "'%s'; expected the feed that a stream's hello names",
            PlainText.clip(text)));
  }

  private static void checkAccept(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return;
    }
    for (String range : header.split(",", -1)) {
      String type = range.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
      if (ACCEPTED.contains(type)) {
        return;
      }
    }
    throw Refusal.of(
        406,
        "Not acceptable",
        String.format(
            Locale.ROOT, "Accept: '%s'; this is text/event-stream", PlainText.clip(header)));
  }
}
