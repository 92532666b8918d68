package dev.tidings.http;

/**
 * One body or answer on its way at a client's speed: what is held of it, and how far it has come.
 * For any thread.
 */
final class Transfer {

  private final Transfers all;
  private final long leastRate;
  private final Runnable cutOff;
  private long since = System.nanoTime();
  private long moved;
  private long held;
  private boolean moving;
  private boolean over;

  /**
   * One that does not move yet.
   *
   * @param leastRate in bytes/s
   * @param cutOff ends it for a reason of ours; called at most once, and without a lock
   */
  Transfer(Transfers all, long leastRate, Runnable cutOff) {
    this.all = all;
    this.leastRate = leastRate;
    this.cutOff = cutOff;
  }

  void cutOff() {
    cutOff.run();
  }

  /** Begins to wait for the client. */
  synchronized void move() {
    if (!moving && !over) {
      since = System.nanoTime();
      moved = 0;
      moving = true;
      all.add(this);
    }
  }

  /** The client has nothing to do any more; what is held stays so. */
  synchronized void rest() {
    moving = false;
    all.remove(this);
  }

  /** Holds so many bytes more, unless it is over. */
  boolean hold(int bytes) {
    synchronized (this) {
      if (over) {
        return false;
      }
      held += bytes;
      all.held(bytes);
    }
    all.makeRoom();
    return !isOver();
  }

  synchronized void release(int bytes) {
    if (!over) {
      held -= bytes;
      all.held(-bytes);
    }
  }

  /** So many bytes came or went. */
  synchronized void moved(int bytes) {
    moved += bytes;
  }

  /** Nothing is held any more; whether it was not over before. */
  synchronized boolean end() {
    if (over) {
      return false;
    }
    over = true;
    rest();
    all.held(-held);
    return true;
  }

  synchronized boolean isOver() {
    return over;
  }

  synchronized long since() {
    return since;
  }

  /** Whether the client is slower than it may be. */
  synchronized boolean isTooSlow(long now, Pace pace) {
    long late = now - since - pace.grace().toNanos();
    return moving && late > 0 && moved < leastRate * (late / 1e9);
  }
}
