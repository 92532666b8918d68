package dev.tidings.bench.table;

import java.util.Locale;

/**
 * What was wanted, and whether it was reached in the median.
 *
 * @param words with the limit, such as {@code ≥ 0.5 × the bare copy}
 */
public record Goal(String words, Spread found, boolean isMet) {

  /** At least so much of something. */
  public static Goal atLeast(double limit, String of, Spread found) {
    return new Goal(words("≥", limit, of), found, found.median() >= limit);
  }

  /** At most so much of something. */
  public static Goal atMost(double limit, String of, Spread found) {
    return new Goal(words("≤", limit, of), found, found.median() <= limit);
  }

  private static String words(String sign, double limit, String of) {
    String number =
        limit == Math.rint(limit)
            ? String.format(Locale.ROOT, "%,d", (long) limit)
            : String.valueOf(limit);
    return sign + " " + number + " " + of;
  }
}
