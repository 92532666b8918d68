package dev.tidings.summarise;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What the worker has done since it started; safe to read from any thread. */
public final class Tally {

  private final AtomicLong history = new AtomicLong();
  private final AtomicLong news = new AtomicLong();
  private final AtomicLong rejected = new AtomicLong();
  private final AtomicLong transactions = new AtomicLong();
  private final AtomicInteger onTheirWay = new AtomicInteger();
  private volatile boolean ready;

  /** Records folded without being announced. */
  public long history() {
    return history.get();
  }

  /** Records folded and announced. */
  public long news() {
    return news.get();
  }

  public long rejected() {
    return rejected.get();
  }

  public long transactions() {
    return transactions.get();
  }

  /**
   * Records that say what time has changed, which the worker has written and not yet folded; never
   * less than those that are committed.
   */
  public int onTheirWay() {
    return onTheirWay.get();
  }

  /** Whether the worker has partitions and all their history is folded. */
  public boolean isReady() {
    return ready;
  }

  void history(int records) {
    history.addAndGet(records);
  }

  void news(int records) {
    news.addAndGet(records);
  }

  void committed(int rejections) {
    transactions.incrementAndGet();
    rejected.addAndGet(rejections);
  }

  /** Before a commit: more may be on their way after it, but no fewer. */
  void onTheirWayAtMost(int records) {
    onTheirWay.accumulateAndGet(records, Math::max);
  }

  void onTheirWay(int records) {
    onTheirWay.set(records);
  }

  void shares(Collection<Share> shares) {
    ready = !shares.isEmpty() && shares.stream().allMatch(Share::isLive);
  }

  void stopped() {
    ready = false;
  }
}
