package dev.tidings.relationship;

import dev.tidings.summary.Withdrawal;

/** What the editions of one update amount to, as known at an instant. */
sealed interface Resolution permits Resolution.Nothing, Current, Resolution.Withdrawn {

  /** Nothing that readers know of, or ever knew of. */
  record Nothing() implements Resolution {}

  /**
   * It counted once, and must no longer be used.
   *
   * @param by the edition that says so
   */
  record Withdrawn(Withdrawal withdrawal, Edition by) implements Resolution {}

  Resolution NOTHING = new Nothing();
}
