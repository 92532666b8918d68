package dev.tidings.relationship;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * Which updates are withdrawn; and what they said, put together when somebody asks and kept. Safe
 * for use by several threads.
 */
final class Withdrawing {

  private final PSet<String> uris;
  private final PMap<String, UpdateVersions> updates;

  /** Two threads may put the same together; each of them has it whole. */
  private @Nullable Withdrawn withdrawn;

  Withdrawing(PSet<String> uris, PMap<String, UpdateVersions> updates) {
    this.uris = uris;
    this.updates = updates;
  }

  PSet<String> uris() {
    return uris;
  }

  Withdrawn withdrawn() {
    Withdrawn known = withdrawn;
    if (known == null) {
      known =
          Withdrawn.of(uris.stream().map(uri -> Objects.requireNonNull(updates.get(uri))).toList());
      withdrawn = known;
    }
    return known;
  }
}
