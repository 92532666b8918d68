package dev.tidings.relationship;

import dev.tidings.summary.Withdrawal;

/** What the editions of one update amount to, as known at an instant. */
sealed interface Resolution {

  /** Nothing that readers know of, or ever knew of. */
  record Nothing() implements Resolution {}

  /** It counts. */
  record Counts(Current current) implements Resolution {}

  /** It counted once, and must no longer be used. */
  record Withdrawn(Withdrawal withdrawal) implements Resolution {}

  Resolution NOTHING = new Nothing();
}
