package dev.tidings.feed.desk;

import dev.tidings.feed.Feed;
import dev.tidings.feed.Filter;
import dev.tidings.http.Parameters;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /}: what changed, the newest first, and what comes. */
final class NowPage {

  private static final long NONE = Long.MIN_VALUE;

  private final Html html;
  private final Site site;
  private final Feed feed;

  NowPage(Html html, Site site, Feed feed) {
    this.html = html;
    this.site = site;
    this.feed = feed;
  }

  void show(Context request) {
    Parameters asked = Filled.parameters(request);
    Filter filter = Filter.of(asked);
    long before = asked.whole("before", NONE, 0, Long.MAX_VALUE);
    long after = asked.whole("after", Feed.START, Feed.START, Long.MAX_VALUE);
    Reader reader = Reader.of(request, asked);
    asked.check();
    // The cursor first: what comes in the meantime is shown, and told again behind the cursor.
    long head = feed.head();
    News news = News.of(feed, filter, after, before == NONE ? null : before);
    Page page = new Page(site, reader, reader.texts().of("now.title"), "now", "now", filter);
    Map<String, Object> values = new HashMap<>();
    values.put("page", page);
    values.put("filter", filter);
    values.put("news", news);
    values.put("log", feed.log());
    values.put("head", head);
    values.put("isLatest", before == NONE);
    values.put("older", olderLink(reader, filter, news.older()));
    html.answer(request, "now", values);
  }

  private static @Nullable String olderLink(Reader reader, Filter filter, @Nullable Long before) {
    if (before == null) {
      return null;
    }
    String query = filter.query();
    return reader.link("/?" + (query.isEmpty() ? "" : query + "&") + "before=" + before);
  }
}
