package dev.tidings.relationship.climate;

import dev.tidings.relationship.claim.PendingClaim;
import dev.tidings.relationship.edition.Current;
import dev.tidings.relationship.index.SortedTree;
import dev.tidings.relationship.index.StepCount;
import dev.tidings.relationship.timeline.Timeline;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What two states did on each day, and how much it weighs: what {@link ClimateFold} computes with.
 * Immutable.
 *
 * <p>Each question is answered from sums up to a day: exact integers, so that the order in which
 * updates arrive makes no difference, and a number of steps that grows with the logarithm of the
 * number of days.
 */
public final class Weights {

  /** The evidence of one report that is alone on its day. */
  static final int ONE_REPORT = 1_000;

  /** Hostile acts count so many times: rivals meet and talk as well. */
  private static final int HOSTILE = 2;

  /**
   * What the days of a stretch of time add up to.
   *
   * @param updates how many began on them
   * @param tenths the sum of the weights of their modes
   * @param evidence in thousandths of a report
   * @param pull the weights in tenths, hostile ones doubled, each times its evidence
   * @param evidenceDays the evidence of each day times its number, counted from 1970-01-01
   * @param pullDays the pull of each day times its number
   */
  record Sum(int updates, long tenths, long evidence, long pull, long evidenceDays, long pullDays) {

    static final Sum ZERO = new Sum(0, 0, 0, 0, 0, 0);

    /** A sum that overflows is right again once the earlier days are taken off it. */
    Sum plus(Sum other) {
      return new Sum(
          updates + other.updates,
          tenths + other.tenths,
          evidence + other.evidence,
          pull + other.pull,
          evidenceDays + other.evidenceDays,
          pullDays + other.pullDays);
    }

    Sum minus(Sum other) {
      return new Sum(
          updates - other.updates,
          tenths - other.tenths,
          evidence - other.evidence,
          pull - other.pull,
          evidenceDays - other.evidenceDays,
          pullDays - other.pullDays);
    }
  }

  private final SortedTree<Day, Sum> days;
  private final Timeline updates;

  private Weights(SortedTree<Day, Sum> days, Timeline updates) {
    this.days = days;
    this.updates = updates;
  }

  public static Weights none(StepCount steps) {
    return new Weights(SortedTree.empty(Shape.INSTANCE, steps), Timeline.empty(steps));
  }

  public Weights plus(Current current) {
    return with(current, 1);
  }

  public Weights minus(Current current) {
    return with(current, -1);
  }

  /** The weights on a day on which it was still to come what became of these claims. */
  public Weights before(List<PendingClaim> pending) {
    Weights then = this;
    for (PendingClaim claim : pending) {
      then = claim.confirmedInTheEnd() ? then.minus(claim.claim()) : then.plus(claim.claim());
    }
    return then;
  }

  /** The last updates that began on this day or before, the latest first. */
  public List<Current> lastUpTo(LocalDate asOf, int most) {
    return updates.lastUpTo(asOf, most);
  }

  /** The last day on which anything began, up to a day. */
  Optional<LocalDate> lastDay(LocalDate asOf) {
    return lastUpTo(asOf.toEpochDay()).map(day -> LocalDate.ofEpochDay(day.number));
  }

  /** All that began on this day or before. */
  Sum upTo(LocalDate asOf) {
    long number = asOf.toEpochDay();
    return days.upTo(day -> day.number <= number, Sum.ZERO);
  }

  /** All that began after a day, up to another. */
  Sum between(LocalDate after, LocalDate upTo) {
    return upTo(upTo).minus(upTo(after));
  }

  private Weights with(Current current, int sign) {
    if (!current.isBetweenStates()) {
      return this;
    }
    Day added = Day.of(current);
    Optional<Day> there = lastUpTo(added.number).filter(day -> day.number == added.number);
    Day now = there.map(day -> day.plus(added, sign)).orElse(added);
    return new Weights(
        now.updates == 0 ? days.minus(now) : days.put(now),
        sign > 0 ? updates.plus(current) : updates.minus(current));
  }

  private Optional<Day> lastUpTo(long number) {
    return days.last(day -> day.number <= number);
  }

  /**
   * The updates of one day.
   *
   * @param number counted from 1970-01-01
   * @param reports how many reports they count as, in thousandths
   * @param pull the weights in tenths, hostile ones doubled, each times its reports
   */
  private record Day(long number, int updates, long tenths, long reports, long pull) {

    static Day of(Current current) {
      int weight = current.mode().weightTenths();
      long reports = current.reports();
      return new Day(
          current.earliest().toEpochDay(),
          1,
          weight,
          reports,
          reports * (weight < 0 ? HOSTILE * weight : weight));
    }

    Day plus(Day other, int sign) {
      return new Day(
          number,
          updates + sign * other.updates,
          tenths + sign * other.tenths,
          reports + sign * other.reports,
          pull + sign * other.pull);
    }

    Sum sum() {
      long evidence = damped(reports);
      long damped = damped(pull);
      return new Sum(updates, tenths, evidence, damped, evidence * number, damped * number);
    }

    /** News media report a busy day many times: four updates count as two. */
    private long damped(long of) {
      return Math.round(of / Math.sqrt(updates));
    }
  }

  private enum Shape implements SortedTree.Shape<Day, Sum> {
    INSTANCE;

    @Override
    public int compare(Day one, Day other) {
      return Long.compare(one.number, other.number);
    }

    @Override
    public String name(Day day) {
      return Long.toString(day.number);
    }

    @Override
    public Sum of(Day day) {
      return day.sum();
    }

    @Override
    public Sum plus(Sum left, Sum right) {
      return left.plus(right);
    }
  }
}
