package dev.tidings.feed;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Whole numbers that grow, each by how much it is more than the one before it: in seven bits, or as
 * many more as it takes. One thread adds, any thread asks, and the one that adds waits for nobody.
 */
final class Numbers {

  private static final int BITS = 7;
  private static final int MORE = 1 << BITS;

  private volatile byte[] steps = new byte[4];
  private volatile int size;
  private int last;

  /** Adds a number that is not below the last one. */
  void add(int number) {
    int length = size;
    byte[] all = steps;
    if (length + Integer.BYTES + 1 > all.length) {
      all = Arrays.copyOf(all, length + Integer.BYTES + 1 + length / 4);
      steps = all;
    }
    int step = number - last;
    while (step >= MORE) {
      all[length++] = (byte) (step | MORE);
      step >>>= BITS;
    }
    all[length++] = (byte) step;
    last = number;
    size = length;
  }

  void addTo(BitSet some) {
    // The size first: whoever adds puts a number into its place before it counts it.
    int length = size;
    byte[] all = steps;
    int number = 0;
    int step = 0;
    int shift = 0;
    for (int i = 0; i < length; i++) {
      step |= (all[i] & (MORE - 1)) << shift;
      shift += BITS;
      if (all[i] >= 0) {
        number += step;
        some.set(number);
        step = 0;
        shift = 0;
      }
    }
  }
}
