package dev.tidings.feed.syndication;

import dev.tidings.feed.Feed;
import dev.tidings.feed.Filter;
import dev.tidings.feed.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The part of the feed that a reader asked for.
 *
 * @param filter which updates; one is there when anything that was told of it gets through
 * @param limit at most so many of them, those that were told of last
 */
record Selection(Filter filter, int limit) {

  static final int DEFAULT_LIMIT = 50;

  /** Newest first; each update once. */
  List<Entry> entries(Feed feed) {
    List<Entry> entries = new ArrayList<>();
    int size = feed.size();
    long end = size == 0 ? Feed.START : feed.at(size - 1).seq();
    for (int i = size - 1; i >= 0 && entries.size() < limit; i--) {
      Item item = feed.at(i);
      if (isWanted(item) && isLast(feed, item, end)) {
        entries.add(Entry.of(feed, item));
      }
    }
    return entries;
  }

  /** What gives this selection again. */
  String query() {
    String query = filter.query();
    if (limit == DEFAULT_LIMIT) {
      return query;
    }
    return (query.isEmpty() ? "" : query + "&") + "limit=" + limit;
  }

  /** Whether nothing was told of its update since, up to where this reading began. */
  private static boolean isLast(Feed feed, Item item, long end) {
    Optional<Item> last = feed.latestOf(item.relationship(), item.said().update().uri());
    while (last.isPresent() && last.get().seq() > end) {
      last = Optional.ofNullable(last.get().earlier());
    }
    return last.filter(item::equals).isPresent();
  }

  private boolean isWanted(Item latest) {
    for (Item item = latest; item != null; item = item.earlier()) {
      if (filter.lets(item)) {
        return true;
      }
    }
    return false;
  }
}
