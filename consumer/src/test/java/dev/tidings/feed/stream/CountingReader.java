package dev.tidings.feed.stream;

import java.util.concurrent.atomic.AtomicInteger;

/** A reader of what comes from now on, that counts it. */
final class CountingReader implements Connections.Owner {

  private volatile boolean greeted;
  private final AtomicInteger received = new AtomicInteger();
  private volatile boolean cut;

  boolean isGreeted() {
    return greeted;
  }

  /** Number of entries. */
  int received() {
    return received.get();
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
      received.incrementAndGet();
    }
  }

  @Override
  public void lastId(long id) {}
}
