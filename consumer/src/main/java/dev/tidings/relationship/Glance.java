package dev.tidings.relationship;

import dev.tidings.update.RelationshipUpdate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What tells whether an update on the timeline is wanted, without all of its editions.
 *
 * @param counts the edition that counts, without its sources; absent, it was withdrawn
 * @param firstIssued when the first of its editions was
 */
public record Glance(Place place, @Nullable RelationshipUpdate counts, Instant firstIssued) {

  private static final int CHARACTERS_OF_A_STEP = 1_000;

  /** How much work it is to look through its text. */
  int steps() {
    String body = counts == null ? null : counts.body();
    return 1 + (body == null ? 0 : body.length() / CHARACTERS_OF_A_STEP);
  }
}
