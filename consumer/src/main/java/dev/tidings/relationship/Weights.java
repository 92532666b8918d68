package dev.tidings.relationship;

import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How much of what weight began on each day, by calendar month. Immutable.
 *
 * <p>The climate asks for months of age, which begin on any day of a calendar month; of each
 * calendar month two of these have a part. So it looks at each month once, however much happened.
 */
final class Weights {

  /** How many updates, and the sum of their weights in tenths: exact, so that no order matters. */
  record Sum(int updates, long tenths) {

    static final Sum ZERO = new Sum(0, 0);

    Sum plus(Sum other) {
      return new Sum(updates + other.updates, tenths + other.tenths);
    }

    Sum minus(Sum other) {
      return new Sum(updates - other.updates, tenths - other.tenths);
    }
  }

  private final Treap<Month, Sum> months;

  private Weights(Treap<Month, Sum> months) {
    this.months = months;
  }

  static Weights none(StepCount steps) {
    return new Weights(Treap.empty(Shape.INSTANCE, steps));
  }

  Weights plus(Current current) {
    return with(current.earliest(), weightOf(current));
  }

  Weights minus(Current current) {
    return with(current.earliest(), Sum.ZERO.minus(weightOf(current)));
  }

  /** The sum over all that began on this day or before. */
  Sum upTo(LocalDate day) {
    Sum before = months.upTo(month -> month.number < numberOf(day), Sum.ZERO);
    return monthOf(day).map(month -> before.plus(month.upTo(day.getDayOfMonth()))).orElse(before);
  }

  /**
   * The sums by age in whole months on a day, of the last months in which anything began.
   *
   * @param most how many calendar months to look at
   */
  NavigableMap<Integer, Sum> byAge(LocalDate asOf, int most) {
    long now = numberOf(asOf);
    List<Month> last =
        months.last(
            new Treap.Search<>(month -> month.number <= now, sum -> true, month -> true, most));
    NavigableMap<Integer, Sum> ages = new TreeMap<>();
    for (Month month : last) {
      int age = (int) (now - month.number);
      Sum older = month.upTo(asOf.getDayOfMonth());
      put(ages, age, older);
      if (age > 0) {
        put(ages, age - 1, month.all().minus(older));
      }
    }
    return ages;
  }

  private static void put(NavigableMap<Integer, Sum> ages, int age, Sum sum) {
    if (sum.updates() > 0) {
      ages.merge(age, sum, Sum::plus);
    }
  }

  private Weights with(LocalDate day, Sum added) {
    Optional<Month> there = monthOf(day);
    Month now = there.orElseGet(() -> Month.empty(numberOf(day))).with(day, added);
    Treap<Month, Sum> others = there.map(months::minus).orElse(months);
    return new Weights(now.all().updates() == 0 ? others : others.plus(now));
  }

  private Optional<Month> monthOf(LocalDate day) {
    long number = numberOf(day);
    return months.last(month -> month.number <= number).filter(month -> month.number == number);
  }

  private static long numberOf(LocalDate day) {
    return day.getLong(ChronoField.PROLEPTIC_MONTH);
  }

  private static Sum weightOf(Current current) {
    return new Sum(1, current.update().mode().weightTenths());
  }

  /** One calendar month, with the sum up to each of its days. */
  private static final class Month {
    private static final int DAYS = 31;

    private final long number;
    private final int[] updates;
    private final long[] tenths;

    private Month(long number, int[] updates, long[] tenths) {
      this.number = number;
      this.updates = updates;
      this.tenths = tenths;
    }

    static Month empty(long number) {
      return new Month(number, new int[DAYS], new long[DAYS]);
    }

    Month with(LocalDate day, Sum added) {
      Month month = new Month(number, updates.clone(), tenths.clone());
      for (int i = day.getDayOfMonth() - 1; i < DAYS; i++) {
        month.updates[i] += added.updates();
        month.tenths[i] += added.tenths();
      }
      return month;
    }

    Sum upTo(int day) {
      return new Sum(updates[day - 1], tenths[day - 1]);
    }

    Sum all() {
      return upTo(DAYS);
    }
  }

  private enum Shape implements Treap.Shape<Month, Sum> {
    INSTANCE;

    @Override
    public int compare(Month one, Month other) {
      return Long.compare(one.number, other.number);
    }

    @Override
    public String name(Month month) {
      return Long.toString(month.number);
    }

    @Override
    public Sum of(Month month) {
      return month.all();
    }

    @Override
    public Sum plus(Sum left, Sum right) {
      return left.plus(right);
    }
  }
}
