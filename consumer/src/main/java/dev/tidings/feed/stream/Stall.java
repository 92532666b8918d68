package dev.tidings.feed.stream;

import dev.tidings.feed.Feed;
import dev.tidings.feed.Filter;

/** A time in which a reader's socket takes nothing, and what the reader missed in it. */
final class Stall {

  private final long since;
  private int counted;
  private int missed;

  /**
   * Begins.
   *
   * @param now as {@link System#nanoTime}
   * @param size of the feed by then
   */
  Stall(long now, int size) {
    this.since = now;
    this.counted = size;
  }

  boolean isTooMuch(long now, Feed feed, Filter filter, Bounds bounds) {
    for (int size = feed.size(); counted < size && missed <= bounds.mostMissed(); counted++) {
      if (filter.lets(feed.at(counted))) {
        missed++;
      }
    }
    long lasted = now - since;
    return lasted > bounds.patience().toNanos()
        || (missed > bounds.mostMissed() && lasted > bounds.grace().toNanos());
  }
}
