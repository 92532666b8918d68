package dev.tidings.relationship.edition;

import dev.tidings.relationship.edition.UpdateVersions.Added;
import dev.tidings.update.RelationshipUpdate;

/**
 * What became of one update when a record was added.
 *
 * @param cause the record
 * @param added what the record did to its own update
 * @param before what the update amounted to
 * @param after what it amounts to now
 */
public record Transition(
    RelationshipUpdate cause, Added added, Resolution before, Resolution after) {

  /** Whether an edition that counts says what the record says. */
  public boolean isOf(Current counts) {
    return added == Added.EDITION
        && cause.version() == counts.version()
        && cause.uri().equals(counts.uri());
  }
}
