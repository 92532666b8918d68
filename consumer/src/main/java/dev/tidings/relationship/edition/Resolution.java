package dev.tidings.relationship.edition;

import dev.tidings.summary.Withdrawal;
import dev.tidings.update.RelationshipUpdate;

/** What the editions of one update amount to, as known at an instant. */
public sealed interface Resolution permits Resolution.Nothing, Current, Resolution.Withdrawn {

  /** Nothing that readers know of, or ever knew of. */
  record Nothing() implements Resolution {}

  /**
   * It counted once, and must no longer be used.
   *
   * @param by the edition that says so
   */
  record Withdrawn(Withdrawal withdrawal, Edition by) implements Resolution {

    /** What the edition says that withdraws it, without sources. */
    public RelationshipUpdate notice() {
      return by.content();
    }
  }

  Resolution NOTHING = new Nothing();
}
