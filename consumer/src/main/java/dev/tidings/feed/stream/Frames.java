package dev.tidings.feed.stream;

import dev.tidings.feed.Feed;
import dev.tidings.feed.Item;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The last few thousand entries as frames, each written once for all readers. For any thread.
 *
 * <p>An entry's frame holds text that may be withdrawn later. So a frame is of an age, an age ends
 * with every entry that can change what may be seen of others, and only frames of the present age
 * are served. Which age it is comes from the feed itself and not from being told of news: whoever
 * can see the kill can no longer get an older frame.
 */
final class Frames {

  private static final int KEPT = 4_096;

  @SuppressWarnings("ArrayRecordComponent") // It is never compared, and nobody writes to it.
  private record Kept(int index, long age, byte[] bytes) {}

  private final Feed feed;
  private final AtomicReferenceArray<@Nullable Kept> ring = new AtomicReferenceArray<>(KEPT);
  private volatile long age;

  /** How many entries' part in the age is known; written after it. */
  private volatile int seen;

  Frames(Feed feed) {
    this.feed = feed;
    this.seen = feed.size();
  }

  /** The frame of the entry at a place, as a reader may see it now. */
  byte[] at(int index) {
    int slot = index & (KEPT - 1);
    long now = age();
    Kept kept = ring.get(slot);
    if (kept != null && kept.index == index && kept.age == now) {
      return kept.bytes;
    }
    // The age was asked for first: what is withdrawn meanwhile makes this frame one of the past.
    Item item = feed.at(index);
    byte[] bytes = Frame.notification(item.seq(), feed.json(item));
    ring.set(slot, new Kept(index, now, bytes));
    return bytes;
  }

  private long age() {
    if (seen < feed.size()) {
      look();
    }
    return age;
  }

  private synchronized void look() {
    int size = feed.size();
    long ended = 0;
    for (int i = seen; i < size; i++) {
      if (endsAnAge(feed.at(i))) {
        ended++;
      }
    }
    age += ended;
    seen = size;
  }

  private static boolean endsAnAge(Item item) {
    return switch (item.reason()) {
      case KILL, WITHHELD, RELEASE, CORRECTION, CONFLICT -> true;
      case UPDATE,
          CORROBORATED,
          LAPSE,
          CLAIM_CONFIRMED,
          CLAIM_DENIED,
          CLAIM_DISPUTED,
          CLAIM_RETRACTED ->
          false;
    };
  }
}
