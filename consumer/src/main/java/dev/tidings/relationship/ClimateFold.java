package dev.tidings.relationship;

import dev.tidings.relationship.Timeline.Sum;
import dev.tidings.summary.Climate;
import dev.tidings.summary.Trend;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

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

  private ClimateFold() {}

  /**
   * The climate on a day.
   *
   * @param confirmed claims that count because they are confirmed; the timeline counts no claim
   * @param confirmedYearAgo those that were confirmed by {@link #yearBefore}
   */
  static Climate of(
      Timeline timeline, List<Current> confirmed, List<Current> confirmedYearAgo, LocalDate asOf) {
    BigDecimal score = score(timeline, confirmed, asOf);
    BigDecimal change = score.subtract(score(timeline, confirmedYearAgo, yearBefore(asOf)));
    int updates = sumUpTo(timeline, confirmed, asOf).weighed();
    int lately = updates - sumUpTo(timeline, confirmed, asOf.minusMonths(24)).weighed();
    return new Climate(score, trend(change, lately), change, updates);
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

  private static BigDecimal score(Timeline timeline, List<Current> confirmed, LocalDate asOf) {
    NavigableMap<Integer, Sum> months = months(timeline, asOf);
    for (Current claim : confirmed) {
      if (!claim.earliest().isAfter(asOf)) {
        months.merge(monthsBetween(claim.earliest(), asOf), weightOf(claim), Sum::plus);
      }
    }
    double weights = 0;
    double shares = 0;
    int youngest = months.isEmpty() ? 0 : months.firstKey();
    for (Map.Entry<Integer, Sum> month : months.entrySet()) {
      double share = share(month.getKey() - youngest);
      weights += month.getValue().tenths() * share;
      shares += month.getValue().weighed() * share;
    }
    return shares == 0
        ? NEUTRAL
        : new BigDecimal(weights / shares / 10).setScale(2, RoundingMode.HALF_UP);
  }

  /** The sum of each month of age that has updates, from the youngest. */
  private static NavigableMap<Integer, Sum> months(Timeline timeline, LocalDate asOf) {
    NavigableMap<Integer, Sum> months = new TreeMap<>();
    LocalDate newest = asOf;
    while (timeline.lastUpTo(newest).isPresent()) {
      LocalDate day = timeline.lastUpTo(newest).orElseThrow().earliest();
      int age = monthsBetween(day, asOf);
      LocalDate older = asOf.minusMonths(age + 1L);
      Sum month = timeline.upTo(newest).minus(timeline.upTo(older));
      if (month.weighed() > 0) {
        months.put(age, month);
      }
      if (!months.isEmpty() && age - months.firstKey() > NEGLIGIBLE_MONTHS) {
        break;
      }
      newest = older;
    }
    return months;
  }

  private static Sum sumUpTo(Timeline timeline, List<Current> confirmed, LocalDate day) {
    Sum sum = timeline.upTo(day);
    for (Current claim : confirmed) {
      if (!claim.earliest().isAfter(day)) {
        sum = sum.plus(weightOf(claim));
      }
    }
    return sum;
  }

  private static Sum weightOf(Current claim) {
    return new Sum(0, 1, claim.update().mode().weightTenths());
  }

  private static int monthsBetween(LocalDate earlier, LocalDate later) {
    return (int) ChronoUnit.MONTHS.between(earlier, later);
  }

  /** 2^(−months/6), the same on every machine. */
  private static double share(int months) {
    double part = StrictMath.pow(2, -(months % HALF_LIFE_MONTHS) / (double) HALF_LIFE_MONTHS);
    return Math.scalb(part, -(months / HALF_LIFE_MONTHS));
  }
}
