package dev.tidings.relationship.view;

import dev.tidings.relationship.index.SortedTree;
import dev.tidings.relationship.index.StepCount;
import dev.tidings.summary.Withdrawal;
import java.util.Comparator;
import java.util.List;

/**
 * What was killed or withheld, in the order in which it was: the summary lists the last. Immutable.
 */
final class Withdrawals {

  private final SortedTree<Withdrawal, Integer> withdrawals;

  private Withdrawals(SortedTree<Withdrawal, Integer> withdrawals) {
    this.withdrawals = withdrawals;
  }

  static Withdrawals none(StepCount steps) {
    return new Withdrawals(SortedTree.empty(Shape.INSTANCE, steps));
  }

  Withdrawals plus(Withdrawal withdrawal) {
    return new Withdrawals(withdrawals.plus(withdrawal));
  }

  Withdrawals minus(Withdrawal withdrawal) {
    return new Withdrawals(withdrawals.minus(withdrawal));
  }

  /** The last ones, the latest first. */
  List<Withdrawal> last(int most) {
    return withdrawals.last(new SortedTree.Search<>(one -> true, size -> true, one -> true, most));
  }

  private enum Shape implements SortedTree.Sized<Withdrawal> {
    INSTANCE;

    private static final Comparator<Withdrawal> BY_TIME =
        Comparator.comparing(Withdrawal::versionCreated).thenComparing(Withdrawal::uri);

    @Override
    public int compare(Withdrawal one, Withdrawal other) {
      return BY_TIME.compare(one, other);
    }

    @Override
    public String name(Withdrawal withdrawal) {
      return withdrawal.uri();
    }
  }
}
