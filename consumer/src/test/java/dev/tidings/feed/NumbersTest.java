package dev.tidings.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class NumbersTest {

  private final Numbers numbers = new Numbers();

  @Test
  void areAllThereHoweverFarApart() {
    int[] apart = {0, 0, 1, 128, 255, 383, 16_766, 33_151, 2_130_303, 2_130_304, 5_000_000};
    for (int number : apart) {
      numbers.add(number);
    }

    assertThat(all().stream())
        .containsExactly(0, 1, 128, 255, 383, 16_766, 33_151, 2_130_303, 2_130_304, 5_000_000);
  }

  @Test
  void areAskedForWhileMoreAreAdded() {
    CompletableFuture<Void> adding =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 20_000; i++) {
                numbers.add(150 * i);
              }
            });

    int known = 0;
    while (!adding.isDone()) {
      BitSet there = all();
      assertThat(there.length()).isIn(0, 150 * (there.cardinality() - 1) + 1);
      assertThat(there.cardinality()).isGreaterThanOrEqualTo(known);
      known = there.cardinality();
    }
    adding.join();

    assertThat(all().cardinality()).isEqualTo(20_000);
  }

  private BitSet all() {
    BitSet all = new BitSet();
    numbers.addTo(all);
    return all;
  }
}
