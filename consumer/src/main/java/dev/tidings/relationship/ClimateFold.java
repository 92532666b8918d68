package dev.tidings.relationship;

import dev.tidings.relationship.Weights.Sum;
import dev.tidings.summary.Climate;
import dev.tidings.summary.ClimatePoint;
import dev.tidings.summary.Trend;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.stream.LongStream;

/**
 * The climate: the mean weight of what happened, an update's share halving every six months.
 *
 * <p>score = Σ w·2^(−m/6) / Σ 2^(−m/6), where m is the number of whole months from an update's
 * earliest day to the day asked for, and w its mode's weight. The sums of each month are exact
 * integers, and the months are taken in one order, so that the same updates give the same bytes.
 */
final class ClimateFold {

  private static final int HALF_LIFE_MONTHS = 6;

  /** 2^−80 of the youngest month's share: nothing that two decimals could show. */
  private static final int NEGLIGIBLE_MONTHS = 80 * HALF_LIFE_MONTHS;

  private static final BigDecimal NEUTRAL = new BigDecimal("0.00");
  private static final BigDecimal NO_WEIGHT = new BigDecimal("0.0");

  private ClimateFold() {}

  /**
   * The climate on a day.
   *
   * @param weights what counts on it
   * @param yearAgo what counted on {@link #yearBefore}
   */
  static Climate of(Weights weights, Weights yearAgo, LocalDate asOf) {
    BigDecimal score = score(weights, asOf);
    BigDecimal change = score.subtract(score(yearAgo, yearBefore(asOf)));
    int updates = weights.upTo(asOf).updates();
    int lately = updates - weights.upTo(asOf.minusMonths(24)).updates();
    return new Climate(score, trend(change, lately), change, updates);
  }

  /**
   * The climate on a day, and what began after the point before.
   *
   * @param weights what counts on the day
   * @param before the day of that point
   */
  static ClimatePoint point(Weights weights, LocalDate before, LocalDate day) {
    Sum began = weights.upTo(day).minus(weights.upTo(before));
    return new ClimatePoint(day, score(weights, day), began.updates(), mean(began));
  }

  /** Days in equal steps, at most so many, of which the last is {@code to}. */
  static List<LocalDate> days(LocalDate from, LocalDate to, int most) {
    long last = ChronoUnit.DAYS.between(from, to);
    long step = last / most + 1;
    return LongStream.iterate(last % step, day -> day <= last, day -> day + step)
        .mapToObj(from::plusDays)
        .toList();
  }

  private static BigDecimal mean(Sum sum) {
    return sum.updates() == 0
        ? NO_WEIGHT
        : BigDecimal.valueOf(sum.tenths())
            .divide(BigDecimal.valueOf(10L * sum.updates()), 1, RoundingMode.HALF_UP);
  }

  /** The day whose score the trend compares with. */
  static LocalDate yearBefore(LocalDate asOf) {
    return asOf.minusMonths(12);
  }

  private static Trend trend(BigDecimal change, int lately) {
    if (lately < 3) {
      return Trend.QUIET;
    }
    if (change.compareTo(BigDecimal.ONE) > 0) {
      return Trend.WARMING;
    }
    return change.compareTo(BigDecimal.ONE.negate()) < 0 ? Trend.COOLING : Trend.STEADY;
  }

  private static BigDecimal score(Weights weights, LocalDate asOf) {
    // An age has parts of two calendar months.
    NavigableMap<Integer, Sum> months = weights.byAge(asOf, NEGLIGIBLE_MONTHS + 2);
    double above = 0;
    double below = 0;
    int youngest = months.isEmpty() ? 0 : months.firstKey();
    for (Map.Entry<Integer, Sum> month : months.entrySet()) {
      double share = share(month.getKey() - youngest);
      above += month.getValue().tenths() * share;
      below += month.getValue().updates() * share;
    }
    return below == 0
        ? NEUTRAL
        : new BigDecimal(above / below / 10).setScale(2, RoundingMode.HALF_UP);
  }

  /** 2^(−months/6), the same on every machine. */
  private static double share(int months) {
    double part = StrictMath.pow(2, -(months % HALF_LIFE_MONTHS) / (double) HALF_LIFE_MONTHS);
    return Math.scalb(part, -(months / HALF_LIFE_MONTHS));
  }
}
