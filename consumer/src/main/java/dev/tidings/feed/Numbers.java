package dev.tidings.feed;

import java.util.Arrays;
import java.util.BitSet;

/** Whole numbers that grow, in little memory. Safe for use by several threads. */
final class Numbers {

  private int[] numbers = new int[2];
  private int size;

  synchronized void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size + Math.max(2, size / 2));
    }
    numbers[size++] = number;
  }

  synchronized void addTo(BitSet some) {
    for (int i = 0; i < size; i++) {
      some.set(numbers[i]);
    }
  }
}
