package dev.tidings.relationship;

import dev.tidings.relationship.edition.UpdatesByUri;
import dev.tidings.relationship.words.WithdrawnText;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * Which updates of a relationship are withdrawn; and what they said, put together when somebody
 * asks and kept. Safe for use by several threads.
 */
final class WithdrawnUpdates {

  private final PSet<String> uris;
  private final UpdatesByUri updates;

  /** Two threads may put the same together; each of them has it whole. */
  private @Nullable WithdrawnText text;

  private WithdrawnUpdates(PSet<String> uris, UpdatesByUri updates) {
    this.uris = uris;
    this.updates = updates;
  }

  static WithdrawnUpdates none(UpdatesByUri updates) {
    return new WithdrawnUpdates(HashTreePSet.empty(), updates);
  }

  /** With one more, which is among the updates. */
  WithdrawnUpdates plus(String uri, UpdatesByUri now) {
    return new WithdrawnUpdates(uris.plus(uri), now);
  }

  WithdrawnUpdates minus(String uri, UpdatesByUri now) {
    return new WithdrawnUpdates(uris.minus(uri), now);
  }

  PSet<String> uris() {
    return uris;
  }

  /** What they said, in any of their editions. */
  WithdrawnText text() {
    WithdrawnText known = text;
    if (known == null) {
      known = WithdrawnText.of(uris.stream().map(updates::get).toList());
      text = known;
    }
    return known;
  }
}
