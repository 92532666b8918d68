package dev.tidings.feed.stream;

import dev.tidings.feed.Feed;
import dev.tidings.feed.Item;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A reader that is cut at any byte and any moment, and comes back with its last id. It compares
 * what it gets with the feed, entry by entry.
 */
final class CutReader implements Connections.Owner {

  private static final int MOST_BYTES = 6_000;
  private static final int MOST_NANOS = 500_000_000;

  private final Feed feed;
  private final String query;
  private final Predicate<Item> wanted;
  private final Random random;
  private final AtomicInteger allCuts;
  private final Queue<String> wrong;
  private int cutsLeft;
  private @Nullable Long lastId;
  private volatile int next;

  /**
   * A reader of all that it wants.
   *
   * @param wanted what the query asks for
   * @param allCuts counts
   * @param wrong gets what it should not have got
   */
  CutReader(
      Feed feed,
      String query,
      Predicate<Item> wanted,
      int cuts,
      Random random,
      AtomicInteger allCuts,
      Queue<String> wrong) {
    this.feed = feed;
    this.query = query;
    this.wanted = wanted;
    this.cutsLeft = cuts;
    this.random = random;
    this.allCuts = allCuts;
    this.wrong = wrong;
  }

  /** Whether it got all that it wants of what the feed has now. */
  boolean hasAll() {
    for (int i = next; i < feed.size(); i++) {
      if (wanted.test(feed.at(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String request() {
    String request = Streams.PATH + "?after=-1&feed=" + feed.log() + query;
    return lastId == null ? request : request + "\nLast-Event-ID: " + lastId;
  }

  @Override
  public int bytesBeforeCut() {
    return cutsLeft == 0 ? Integer.MAX_VALUE : 1 + random.nextInt(MOST_BYTES);
  }

  @Override
  public long nanosBeforeCut() {
    return cutsLeft == 0 ? Long.MAX_VALUE : random.nextInt(MOST_NANOS);
  }

  @Override
  public boolean comesBack() {
    if (cutsLeft > 0) {
      cutsLeft--;
      allCuts.incrementAndGet();
    }
    return true;
  }

  @Override
  public void head(String head) {
    if (!head.startsWith("HTTP/1.1 200")) {
      wrong.add(head);
    }
  }

  @Override
  public void lastId(long id) {
    lastId = id;
  }

  @Override
  public void event(String type, long id, String data) {
    if (type.equals("hello")) {
      return;
    }
    int at = next;
    while (at < feed.size() && !wanted.test(feed.at(at))) {
      at++;
    }
    boolean isNext = at < feed.size() && feed.at(at).seq() == id;
    if (!isNext || !type.equals("message") || !data.startsWith("{\"seq\":" + id + ",")) {
      wrong.add("place %d: got %s %d %s".formatted(at, type, id, data));
    }
    next = at + 1;
  }
}
