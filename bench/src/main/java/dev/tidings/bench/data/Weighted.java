package dev.tidings.bench.data;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Things of which some are drawn more often than others. */
final class Weighted<T> {

  private final List<T> things;
  private final double[] sums;

  Weighted(List<T> things, ToDoubleFunction<T> weight) {
    this.things = List.copyOf(things);
    this.sums = things.stream().mapToDouble(weight).toArray();
    Arrays.parallelPrefix(sums, Double::sum);
  }

  T draw(SplittableRandom random) {
    int found = Arrays.binarySearch(sums, random.nextDouble(sums[sums.length - 1]));
    return things.get(Math.min(found < 0 ? -found - 1 : found + 1, things.size() - 1));
  }
}
