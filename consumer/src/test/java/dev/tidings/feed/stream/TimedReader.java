package dev.tidings.feed.stream;

import java.util.concurrent.atomic.AtomicLongArray;

/** A reader of what comes from now on, that notes when the slowest had each entry. */
final class TimedReader implements Connections.Owner {

  private final AtomicLongArray slowest;
  private volatile boolean greeted;
  private volatile int received;
  private volatile boolean cut;

  /**
   * Reads.
   *
   * @param slowest when the n-th entry from now on was there, for the last of all readers
   */
  TimedReader(AtomicLongArray slowest) {
    this.slowest = slowest;
  }

  boolean isGreeted() {
    return greeted;
  }

  /** Number of entries. */
  int received() {
    return received;
  }

  boolean isCut() {
    return cut;
  }

  @Override
  public String request() {
    return Streams.PATH;
  }

  @Override
  public int bytesBeforeCut() {
    return Integer.MAX_VALUE;
  }

  @Override
  public long nanosBeforeCut() {
    return Long.MAX_VALUE;
  }

  @Override
  public boolean comesBack() {
    cut = true;
    return false;
  }

  @Override
  public void event(String type, long id, String data) {
    if (type.equals("hello")) {
      greeted = true;
    } else {
      int at = received;
      if (at < slowest.length()) {
        slowest.accumulateAndGet(at, System.nanoTime(), Math::max);
      }
      received = at + 1;
    }
  }

  @Override
  public void lastId(long id) {}
}
