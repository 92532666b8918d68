package dev.tidings.publish;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Remembers records by the first 128 bits of their SHA-256: 16 bytes each in a table that is at
 * most three quarters full, so that ten million cost 512 MiB at most and usually half of it.
 */
final class SeenRecords {

  /** What a record is known by. */
  record Identity(long high, long low) {

    static Identity of(byte[] bytes) {
      ByteBuffer hash = ByteBuffer.wrap(sha256().digest(bytes));
      return new Identity(hash.getLong(), hash.getLong());
    }
  }

  private long[] slots = new long[2 * 1024];
  private int size;

  /** Adds a record; false if it was there. */
  boolean add(Identity record) {
    // Two zeros mark a free slot; no hash is ever that.
    boolean added = put(slots, record.high(), record.low());
    if (added && ++size > slots.length / 2 / 4 * 3) {
      grow();
    }
    return added;
  }

  private void grow() {
    long[] wider = new long[Math.multiplyExact(slots.length, 2)];
    for (int i = 0; i < slots.length; i += 2) {
      if (slots[i] != 0 || slots[i + 1] != 0) {
        put(wider, slots[i], slots[i + 1]);
      }
    }
    slots = wider;
  }

  private static boolean put(long[] into, long high, long low) {
    int at = (int) low & (into.length - 1) & ~1;
    while (into[at] != 0 || into[at + 1] != 0) {
      if (into[at] == high && into[at + 1] == low) {
        return false;
      }
      at = (at + 2) & (into.length - 1);
    }
    into[at] = high;
    into[at + 1] = low;
    return true;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
