package dev.tidings.feed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/**
 * Finds numbers by the hash of a text, in eight bytes for each and some room: the texts are not
 * kept. Now and then a number is found that was put there for another text with the same hash, so
 * whoever finds one looks whether it is the right one. One thread adds, any thread asks without
 * waiting.
 *
 * <p>The hash has a secret of its own: nobody can choose texts that fall together.
 */
final class HashIndex {

  /** Of each hundred slots so many are taken at most. */
  private static final int MOST_TAKEN = 80;

  private static final int SECRET_BYTES = 16;

  private final byte[] secret = new byte[SECRET_BYTES];

  /** A hash above a number plus one, in the first free slot behind its place; 0 is a free slot. */
  private volatile AtomicLongArray slots = new AtomicLongArray(16);

  private int taken;

  HashIndex() {
    new SecureRandom().nextBytes(secret);
  }

  /** The hash under which a text's numbers stand here; it means nothing elsewhere. */
  int hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(secret);
      return ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8))).getInt();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The numbers that stand under a hash: of this text, and perhaps of others. */
  IntStream find(int hash) {
    AtomicLongArray all = slots;
    IntStream.Builder found = IntStream.builder();
    int at = start(all, hash);
    for (long slot = all.get(at); slot != 0; slot = all.get(at)) {
      if (hashIn(slot) == hash) {
        found.add(numberIn(slot));
      }
      at = next(all, at);
    }
    return found.build();
  }

  /** Adds a number, 0 … {@link Integer#MAX_VALUE} − 1. */
  void add(int hash, int number) {
    if ((taken + 1) * 100L > (long) slots.length() * MOST_TAKEN) {
      slots = grown(slots);
    }
    put(slots, slot(hash, number));
    taken++;
  }

  /** Puts a number in the place of one that stands under this hash. */
  void replace(int hash, int number, int by) {
    AtomicLongArray all = slots;
    int at = start(all, hash);
    while (all.get(at) != slot(hash, number)) {
      at = next(all, at);
    }
    all.set(at, slot(hash, by));
  }

  /** A quarter longer: nobody sees it before all is in it. */
  private static AtomicLongArray grown(AtomicLongArray full) {
    AtomicLongArray longer = new AtomicLongArray(full.length() + full.length() / 4);
    for (int i = 0; i < full.length(); i++) {
      if (full.get(i) != 0) {
        put(longer, full.get(i));
      }
    }
    return longer;
  }

  private static void put(AtomicLongArray all, long slot) {
    int at = start(all, hashIn(slot));
    while (all.get(at) != 0) {
      at = next(all, at);
    }
    all.set(at, slot);
  }

  /** Hashes are spread evenly: so are their places, in the same order. */
  private static int start(AtomicLongArray all, int hash) {
    return (int) ((Integer.toUnsignedLong(hash) * all.length()) >>> Integer.SIZE);
  }

  private static int next(AtomicLongArray all, int at) {
    return at + 1 == all.length() ? 0 : at + 1;
  }

  private static long slot(int hash, int number) {
    return ((long) hash << Integer.SIZE) | (number + 1);
  }

  private static int hashIn(long slot) {
    return (int) (slot >>> Integer.SIZE);
  }

  private static int numberIn(long slot) {
    return (int) slot - 1;
  }
}
