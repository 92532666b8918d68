package dev.tidings.bench.reader;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/** How long each of a number of things was on its way. Safe for use by several threads. */
public final class Delays {

  private static final long NOT_THERE = -1;
  private static final long LOOK_EVERY_MS = 10;

  private final AtomicLongArray sent;
  private final AtomicLongArray delays;
  private final AtomicInteger arrived = new AtomicInteger();

  public Delays(int number) {
    this.sent = new AtomicLongArray(number);
    this.delays = new AtomicLongArray(number);
    for (int i = 0; i < number; i++) {
      delays.set(i, NOT_THERE);
    }
  }

  public int number() {
    return sent.length();
  }

  /**
   * One of them begins its way.
   *
   * @param when by {@link System#nanoTime}: when it was to begin, so that who cannot begin in time
   *     delays it
   */
  public void sent(int index, long when) {
    sent.set(index, when);
  }

  /** One has arrived; a second time changes nothing. */
  public void arrived(int index) {
    if (delays.compareAndSet(index, NOT_THERE, System.nanoTime() - sent.get(index))) {
      arrived.incrementAndGet();
    }
  }

  /** Waits until all have arrived; those that have not by then are as late as that. */
  public void await(long seconds) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (arrived.get() < sent.length() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
    }
    for (int i = 0; i < sent.length(); i++) {
      arrived(i);
    }
  }

  /** So many of a hundred took no longer, in milliseconds. */
  public double percentile(int percent) {
    long[] sorted = new long[sent.length()];
    Arrays.setAll(sorted, delays::get);
    Arrays.sort(sorted);
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
  }

  /** Sends each at its time, so many a second. */
  public void pace(double perSecond, Sending sending) throws InterruptedException {
    long began = System.nanoTime();
    for (int i = 0; i < sent.length(); i++) {
      long due = began + (long) (i * 1e9 / perSecond);
      long early = due - System.nanoTime();
      if (early > 0) {
        TimeUnit.NANOSECONDS.sleep(early);
      }
      sent(i, due);
      sending.send(i);
    }
  }

  /** Sends one; must not wait for it. */
  public interface Sending {
    void send(int index) throws InterruptedException;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%d of %d, p99 %.1f ms", arrived.get(), sent.length(), percentile(99));
  }
}
