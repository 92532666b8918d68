package dev.tidings.relationship.climate;

import dev.tidings.relationship.claim.Claims;
import dev.tidings.relationship.claim.PendingClaim;
import dev.tidings.relationship.climate.Weights.Sum;
import dev.tidings.relationship.edition.Current;
import dev.tidings.relationship.timeline.Timeline;
import dev.tidings.summary.ClimatePoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The climate over the years, in equal steps of whole days. Each keeps the lowest and the highest
 * score of its days, so that a week of war is seen in eighty years.
 *
 * <p>A score is looked up on days on which any update began: every such day of a step of up to
 * {@value #MOST_LOOKED_AT} days. Of a longer step so many equal parts are looked at, and of each
 * part the last such day, so that the work grows with the number of points and not with that of
 * updates. Not for use by several threads.
 */
final class ClimateSteps {

  private static final int MOST_LOOKED_AT = 366;

  private static final BigDecimal NO_WEIGHT = new BigDecimal("0.0");

  private final Timeline all;
  private final Claims claims;

  /** What counted on the day that was looked at last. */
  private Weights weights;

  /** The claims of which was still to come, on that day, what became of them; by their uris. */
  private Map<String, PendingClaim> pending = Map.of();

  /**
   * Of a relationship.
   *
   * @param all its updates
   * @param weights what counts in the end
   */
  ClimateSteps(Timeline all, Weights weights, Claims claims) {
    this.all = all;
    this.claims = claims;
    this.weights = weights;
  }

  /** One point for each step, the earliest first. */
  List<ClimatePoint> points(LocalDate from, LocalDate to, int most) {
    List<ClimatePoint> points = new ArrayList<>();
    LocalDate before = from.minusDays(1);
    for (LocalDate day : lastDays(from, to, most)) {
      points.add(point(before, day));
      before = day;
    }
    return points;
  }

  /** Days in equal steps, at most so many, of which the last is {@code to}. */
  private static List<LocalDate> lastDays(LocalDate from, LocalDate to, int most) {
    long last = ChronoUnit.DAYS.between(from, to);
    long step = last / most + 1;
    return LongStream.iterate(last % step, day -> day <= last, day -> day + step)
        .mapToObj(from::plusDays)
        .toList();
  }

  private ClimatePoint point(LocalDate before, LocalDate day) {
    BigDecimal score = score(day);
    BigDecimal low = score;
    BigDecimal high = score;
    for (LocalDate other : lookedAt(before, day)) {
      BigDecimal there = score(other);
      if (there != null) {
        low = low == null ? there : low.min(there);
        high = high == null ? there : high.max(there);
      }
    }
    Sum began = weights(day).between(before, day);
    return new ClimatePoint(day, score, low, high, began.updates(), mean(began));
  }

  /** The days of a step before its last one on which to look. */
  private List<LocalDate> lookedAt(LocalDate before, LocalDate day) {
    long part = (ChronoUnit.DAYS.between(before, day) - 1) / MOST_LOOKED_AT + 1;
    List<LocalDate> days = new ArrayList<>();
    LocalDate last = lastBegan(day.minusDays(1));
    while (last != null && last.isAfter(before)) {
      days.add(last);
      long number = ChronoUnit.DAYS.between(before, last) - 1;
      last = lastBegan(before.plusDays(number - number % part));
    }
    return days;
  }

  private @Nullable LocalDate lastBegan(LocalDate upTo) {
    return all.lastUpTo(upTo).map(Current::earliest).orElse(null);
  }

  private @Nullable BigDecimal score(LocalDate day) {
    return ClimateFold.score(weights(day), day);
  }

  /** From one day to the next only few claims are decided. */
  private Weights weights(LocalDate day) {
    Map<String, PendingClaim> then = new HashMap<>();
    claims.pendingOn(day).forEach(claim -> then.put(claim.claim().uri(), claim));
    pending.forEach(
        (uri, claim) -> {
          if (!then.containsKey(uri)) {
            count(claim.claim(), claim.confirmedInTheEnd());
          }
        });
    then.forEach(
        (uri, claim) -> {
          if (!pending.containsKey(uri)) {
            count(claim.claim(), !claim.confirmedInTheEnd());
          }
        });
    pending = then;
    return weights;
  }

  private void count(Current claim, boolean counts) {
    weights = counts ? weights.plus(claim) : weights.minus(claim);
  }

  private static BigDecimal mean(Sum sum) {
    return sum.updates() == 0
        ? NO_WEIGHT
        : BigDecimal.valueOf(sum.tenths())
            .divide(BigDecimal.valueOf(10L * sum.updates()), 1, RoundingMode.HALF_UP);
  }
}
