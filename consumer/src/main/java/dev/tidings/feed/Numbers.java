package dev.tidings.feed;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Whole numbers that grow, in little memory. One thread adds, any thread asks, and the one that
 * adds waits for nobody.
 */
final class Numbers {

  private volatile int[] numbers = new int[2];
  private volatile int size;

  void add(int number) {
    int count = size;
    if (count == numbers.length) {
      numbers = Arrays.copyOf(numbers, count + Math.max(2, count / 2));
    }
    numbers[count] = number;
    size = count + 1;
  }

  void addTo(BitSet some) {
    // The size first: whoever adds puts a number into its place before it counts it.
    int count = size;
    int[] all = numbers;
    for (int i = 0; i < count; i++) {
      some.set(all[i]);
    }
  }
}
