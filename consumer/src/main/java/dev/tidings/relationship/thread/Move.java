package dev.tidings.relationship.thread;

import dev.tidings.relationship.edition.Current;
import dev.tidings.summary.ThreadState;
import dev.tidings.update.Contribution;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One step in a thread's history: an update's contribution, and what holds after it. It depends on
 * the move before it, and on nothing else.
 *
 * @param begins whether the thread begins with it: the first that is known of it, and the first
 *     after it ended or lapsed that does not end it again
 * @param opens whether the thread is in force with it, and was not since it began
 * @param superseded the terms that hold no longer
 * @param regime what holds now
 */
record Move(
    Current current,
    boolean begins,
    boolean opens,
    Regime.@Nullable Terms superseded,
    Regime regime) {

  static Move after(@Nullable Move earlier, Current current) {
    Contribution contribution = current.contribution().orElseThrow();
    boolean begins =
        earlier == null
            || (earlier.regime.isOverOn(current.earliest()) && !Regime.ends(contribution));
    Regime before = earlier == null || begins ? Regime.NONE : earlier.regime;
    Regime after = before.then(contribution, current);
    return new Move(
        current, begins, after.held() && !before.held(), before.supersededBy(after), after);
  }

  /** Whether it is this update, or one before it. */
  boolean isUpTo(Current end) {
    return Current.TIMELINE.compare(current, end) <= 0;
  }

  boolean isBefore(Current end) {
    return Current.TIMELINE.compare(current, end) < 0;
  }

  ThreadState stateOn(LocalDate day) {
    return regime.hasLapsedBy(day) ? ThreadState.LAPSED : regime.state();
  }
}
