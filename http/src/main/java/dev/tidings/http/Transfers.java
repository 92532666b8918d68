package dev.tidings.http;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All bodies and answers that wait for a client. Who is too slow is cut off; when too much is held,
 * whoever has taken longest is cut off first. For any thread.
 */
final class Transfers {

  private static final Logger LOG = LoggerFactory.getLogger(Transfers.class);

  private final Pace pace;
  private final Set<Transfer> moving = ConcurrentHashMap.newKeySet();
  private final AtomicLong held = new AtomicLong();
  private final AtomicLong cutOffs = new AtomicLong();

  Transfers(Pace pace) {
    this.pace = pace;
  }

  Pace pace() {
    return pace;
  }

  void add(Transfer transfer) {
    moving.add(transfer);
  }

  void remove(Transfer transfer) {
    moving.remove(transfer);
  }

  void held(long more) {
    held.addAndGet(more);
  }

  /** How many were cut off. */
  long cutOffs() {
    return cutOffs.get();
  }

  void cutOffTheSlow() {
    long now = System.nanoTime();
    for (Transfer one : moving) {
      if (one.isTooSlow(now, pace)) {
        cutOff(one, "a client is too slow and is cut off");
      }
    }
  }

  void makeRoom() {
    while (held.get() > pace.mostHeld()) {
      Optional<Transfer> longest =
          moving.stream().min(Comparator.comparing(one -> one.since() - System.nanoTime()));
      if (longest.isEmpty()) {
        return;
      }
      cutOff(longest.get(), "too much waits for clients; the one that takes longest is cut off");
    }
  }

  private void cutOff(Transfer transfer, String why) {
    if (transfer.end()) {
      LOG.atDebug().addKeyValue("held", held.get()).log(why);
      transfer.cutOff();
      cutOffs.incrementAndGet();
    }
  }
}
