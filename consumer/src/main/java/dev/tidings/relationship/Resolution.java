package dev.tidings.relationship;

import dev.tidings.summary.Withdrawal;
import dev.tidings.update.RelationshipUpdate;

/** What the editions of one update amount to, as known at an instant. */
sealed interface Resolution {

  /** Nothing that readers know of, or ever knew of. */
  record Nothing() implements Resolution {}

  /** It counts. */
  record Counts(Current current) implements Resolution {}

  /**
   * It counted once, and must no longer be used.
   *
   * @param by the edition that says so
   */
  record Withdrawn(Withdrawal withdrawal, RelationshipUpdate by) implements Resolution {}

  Resolution NOTHING = new Nothing();
}
