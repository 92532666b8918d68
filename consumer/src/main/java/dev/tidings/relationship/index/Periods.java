package dev.tidings.relationship.index;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Periods in an order, of which those on any day are found in steps that grow with the number found
 * and the logarithm of the number there is. Immutable.
 */
public final class Periods<P extends Period> {

  /** From when to when any period of a part is. */
  private record Reach(LocalDate from, LocalDate to) {
    boolean isOn(LocalDate day) {
      return !from.isAfter(day) && to.isAfter(day);
    }
  }

  private final SortedTree<P, Reach> periods;

  private Periods(SortedTree<P, Reach> periods) {
    this.periods = periods;
  }

  /**
   * None.
   *
   * @param order best that in which they begin: then parts that have nothing on a day are passed
   */
  public static <P extends Period> Periods<P> none(
      Comparator<P> order, Function<P, String> uri, StepCount steps) {
    return new Periods<>(SortedTree.empty(new Shape<>(order, uri), steps));
  }

  public Periods<P> plus(P period) {
    return new Periods<>(periods.plus(period));
  }

  public Periods<P> minus(P period) {
    return new Periods<>(periods.minus(period));
  }

  /** Those on a day, the last in order first. */
  public List<P> on(LocalDate day, Predicate<P> wanted, int most) {
    return periods.last(
        new SortedTree.Search<>(
            period -> true,
            reach -> reach.isOn(day),
            period -> period.isOn(day) && wanted.test(period),
            most));
  }

  private record Shape<P extends Period>(Comparator<P> order, Function<P, String> name)
      implements SortedTree.Shape<P, Reach> {
    @Override
    public int compare(P one, P other) {
      return order.compare(one, other);
    }

    @Override
    public String name(P period) {
      return name.apply(period);
    }

    @Override
    public Reach of(P period) {
      return new Reach(period.from(), period.to());
    }

    @Override
    public Reach plus(Reach left, Reach right) {
      return new Reach(
          left.from().isBefore(right.from()) ? left.from() : right.from(),
          left.to().isAfter(right.to()) ? left.to() : right.to());
    }
  }
}
