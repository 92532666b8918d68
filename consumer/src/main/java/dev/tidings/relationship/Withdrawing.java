package dev.tidings.relationship;

import dev.tidings.relationship.edition.UpdatesByUri;
import dev.tidings.relationship.words.WithdrawnText;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSet;

/**
 * Which updates are withdrawn; and what they said, put together when somebody asks and kept. Safe
 * for use by several threads.
 */
final class Withdrawing {

  private final PSet<String> uris;
  private final UpdatesByUri updates;

  /** Two threads may put the same together; each of them has it whole. */
  private @Nullable WithdrawnText withdrawn;

  Withdrawing(PSet<String> uris, UpdatesByUri updates) {
    this.uris = uris;
    this.updates = updates;
  }

  PSet<String> uris() {
    return uris;
  }

  WithdrawnText withdrawn() {
    WithdrawnText known = withdrawn;
    if (known == null) {
      known = WithdrawnText.of(uris.stream().map(updates::get).toList());
      withdrawn = known;
    }
    return known;
  }
}
