package dev.tidings.feed.webhook;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Progress that is not yet written down: of each subscription the last. Safe for several threads.
 */
final class Ledger {

  /** What to write of a subscription; null, that there is nothing to say of it any more. */
  record Entry(int partition, @Nullable Progress progress) {}

  private final Map<String, Entry> entries = new HashMap<>();

  synchronized void note(String id, int partition, @Nullable Progress progress) {
    entries.put(id, new Entry(partition, progress));
  }

  /** Hands over all that is to be written. */
  synchronized Map<String, Entry> take() {
    Map<String, Entry> taken = Map.copyOf(entries);
    entries.clear();
    return taken;
  }

  /** Forgets what is no longer ours to write. */
  synchronized void drop(Set<Integer> partitions) {
    entries.values().removeIf(entry -> partitions.contains(entry.partition()));
  }
}
