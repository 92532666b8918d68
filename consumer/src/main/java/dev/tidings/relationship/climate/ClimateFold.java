package dev.tidings.relationship.climate;

import dev.tidings.relationship.claim.Claims;
import dev.tidings.relationship.climate.Weights.Sum;
import dev.tidings.relationship.timeline.Timeline;
import dev.tidings.summary.Climate;
import dev.tidings.summary.ClimatePoint;
import dev.tidings.summary.Temperature;
import dev.tidings.summary.Trend;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The climate: the mean weight of what two states did in the last two years, beside 25 neutral
 * reports that are always there.
 *
 * <p>An act counts in full on its day and less every day after, in equal steps, until nothing of it
 * is left 730 days later: score = Σ pull·share / (25 + Σ evidence·share), with share = 1 − age in
 * days / 730, and evidence and pull as in {@link Weights}. All of it is integer arithmetic up to
 * the one division, so that the same updates give the same bytes. {@code
 * docs/decisions/015-the-climate.md} says why it is so and what else was tried.
 */
public final class ClimateFold {

  /** In days: what is older counts for nothing. */
  private static final int MEMORY = 730;

  /** In days: a trend compares the last of them with those before. */
  private static final int YEAR = 365;

  /** In reports: few of them never outweigh that most pairs of states are on plain terms. */
  private static final int PRIOR = 25;

  /** In reports: with so much evidence or less there is no score. One update is never enough. */
  private static final int THRESHOLD = 3;

  /** A change beyond it is a trend: as far as from mixed to cordial. */
  private static final BigDecimal TURN = new BigDecimal("0.75");

  private static final BigDecimal MOST = new BigDecimal("10.00");

  /**
   * What a score is made of.
   *
   * @param evidence in thousandths of a report, times {@code scale}
   * @param pull in tenths of a weight and thousandths of a report, times {@code scale}
   */
  private record Basis(long evidence, long pull, int scale) {

    /** What is left on a day of what was done in the two years before. */
    static Basis fading(Sum twoYears, LocalDate asOf) {
      long left = MEMORY - asOf.toEpochDay();
      return new Basis(
          left * twoYears.evidence() + twoYears.evidenceDays(),
          left * twoYears.pull() + twoYears.pullDays(),
          MEMORY);
    }

    /** What was done in a year, all of it in full. */
    static Basis ofYear(Sum year) {
      return new Basis(year.evidence(), year.pull(), 1);
    }

    boolean isThin() {
      return evidence <= reports(THRESHOLD);
    }

    /** In reports. */
    BigDecimal inReports() {
      return BigDecimal.valueOf(evidence)
          .divide(BigDecimal.valueOf(reports(1)), 1, RoundingMode.HALF_UP);
    }

    BigDecimal score() {
      BigInteger below = BigInteger.valueOf(reports(PRIOR) + evidence).multiply(BigInteger.TEN);
      return BigDecimal.valueOf(pull)
          .divide(new BigDecimal(below), 2, RoundingMode.HALF_UP)
          .min(MOST)
          .max(MOST.negate());
    }

    private long reports(int number) {
      return (long) number * Weights.ONE_REPORT * scale;
    }
  }

  private ClimateFold() {}

  /**
   * The climate on a day.
   *
   * @param weights what counts on it
   */
  public static Climate of(Weights weights, LocalDate asOf) {
    Sum all = weights.upTo(asOf);
    Sum untilTwoYearsAgo = weights.upTo(asOf.minusDays(MEMORY));
    Sum twoYears = all.minus(untilTwoYearsAgo);
    Basis basis = Basis.fading(twoYears, asOf);
    int updates = twoYears.updates();
    if (basis.isThin()) {
      LocalDate last = weights.lastDay(asOf).orElse(null);
      return new Climate(null, null, null, null, basis.inReports(), updates, last);
    }
    BigDecimal score = basis.score();
    Sum untilYearAgo = weights.upTo(asOf.minusDays(YEAR));
    BigDecimal change = change(all.minus(untilYearAgo), untilYearAgo.minus(untilTwoYearsAgo));
    return new Climate(
        score,
        Temperature.of(score),
        change == null ? null : trend(change),
        change,
        basis.inReports(),
        updates,
        null);
  }

  /**
   * The climate over the years: one point for each of so many equal steps at most, the earliest
   * first.
   *
   * @param all every update of the relationship
   * @param weights what counts in the end
   */
  public static List<ClimatePoint> points(
      Timeline all, Weights weights, Claims claims, LocalDate from, LocalDate to, int most) {
    return new ClimateSteps(all, weights, claims).points(from, to, most);
  }

  /**
   * The score on a day alone; nothing where it is quiet.
   *
   * @param weights what counts on it
   */
  static @Nullable BigDecimal score(Weights weights, LocalDate day) {
    Basis basis = Basis.fading(weights.between(day.minusDays(MEMORY), day), day);
    return basis.isThin() ? null : basis.score();
  }

  /** Whether what began on a day still counts on another. */
  public static boolean counts(LocalDate began, LocalDate asOf) {
    return began.isAfter(asOf.minusDays(MEMORY)) && !began.isAfter(asOf);
  }

  public static boolean isOfLastYear(LocalDate began, LocalDate asOf) {
    return began.isAfter(asOf.minusDays(YEAR));
  }

  /** The last year beside the year before; nothing where one of the two is too thin to judge. */
  private static @Nullable BigDecimal change(Sum lastYear, Sum yearBefore) {
    Basis last = Basis.ofYear(lastYear);
    Basis before = Basis.ofYear(yearBefore);
    return last.isThin() || before.isThin() ? null : last.score().subtract(before.score());
  }

  private static Trend trend(BigDecimal change) {
    if (change.compareTo(TURN) > 0) {
      return Trend.WARMING;
    }
    return change.compareTo(TURN.negate()) < 0 ? Trend.COOLING : Trend.STEADY;
  }
}
