package dev.tidings.bench.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;

/**
 * What one measure gave, round by round.
 *
 * @param rounds at least one, in the order in which they were run
 */
public record Spread(List<Double> rounds) {

  public Spread {
    rounds = List.copyOf(rounds);
    if (rounds.isEmpty()) {
      throw new IllegalArgumentException("no round; expected at least one");
    }
  }

  public static Spread of(double... rounds) {
    List<Double> all = new ArrayList<>();
    for (double round : rounds) {
      all.add(round);
    }
    return new Spread(all);
  }

  /** The middle one; of an even number, the mean of the two in the middle. */
  public double median() {
    List<Double> sorted = rounds.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  public double lowest() {
    return rounds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  public double highest() {
    return rounds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  /**
   * Each round divided by the same round of another: what slows the machine for a while slows both.
   */
  public Spread over(Spread other) {
    return with(other, (one, two) -> one / two);
  }

  /** Each round less the same round of another. */
  public Spread minus(Spread other) {
    return with(other, (one, two) -> one - two);
  }

  /** {@code 3,500 (3,400 … 3,600)}; of one round, {@code 3,500}. */
  public String inWords() {
    return rounds.size() == 1 ? number(median()) : number(median()) + " (" + range() + ")";
  }

  /** {@code 3,400 … 3,600}. */
  public String range() {
    return number(lowest()) + " … " + number(highest());
  }

  /** Three digits that say something: {@code 97,100}, {@code 12.5}, {@code 0.0341}. */
  public static String number(double value) {
    if (Double.isInfinite(value)) {
      return "never";
    }
    double size = Math.abs(value);
    if (size >= 1_000) {
      double unit = Math.pow(10, Math.floor(Math.log10(size)) - 2);
      return String.format(Locale.ROOT, "%,d", Math.round(Math.round(value / unit) * unit));
    }
    if (size >= 100) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    return String.format(Locale.ROOT, size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f", value);
  }

  private Spread with(Spread other, DoubleBinaryOperator operation) {
    if (other.rounds.size() != rounds.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d rounds beside %d; expected as many",
              rounds.size(),
              other.rounds.size()));
    }
    List<Double> all = new ArrayList<>();
    for (int i = 0; i < rounds.size(); i++) {
      all.add(operation.applyAsDouble(rounds.get(i), other.rounds.get(i)));
    }
    return new Spread(all);
  }
}
