package dev.tidings.summarise;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;

/** What the worker has done since it started; safe to read from any thread. */
public final class Tally {

  private final AtomicLong history = new AtomicLong();
  private final AtomicLong news = new AtomicLong();
  private final AtomicLong rejected = new AtomicLong();
  private final AtomicLong transactions = new AtomicLong();
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

  void shares(Collection<Share> shares) {
    ready = !shares.isEmpty() && shares.stream().allMatch(Share::isLive);
  }

  void stopped() {
    ready = false;
  }
}
