package dev.tidings.intake;

import dev.tidings.update.Problem;
import dev.tidings.update.RelationshipUpdate;
import java.util.List;
import java.util.Set;

/** What one line of a source turned out to be. */
public sealed interface Outcome {

  /**
   * A statement to publish.
   *
   * @param updates one; of a multilateral statement one for each pair, all under one uri
   * @param issuedOnReceipt whether the line has no {@code versionCreated}, so that the clock gave
   *     it
   * @param notices what its publisher should know, one line each
   */
  record Accepted(List<RelationshipUpdate> updates, boolean issuedOnReceipt, Set<String> notices)
      implements Outcome {

    public Accepted {
      updates = List.copyOf(updates);
      notices = Set.copyOf(notices);
    }
  }

  /** The line is broken; at least one problem. */
  record Refused(List<Problem> problems) implements Outcome {

    public Refused {
      problems = List.copyOf(problems);
    }

    static Refused because(String field, String message) {
      return new Refused(List.of(new Problem(field, message)));
    }
  }

  /** Nothing to publish, and nothing wrong. */
  enum LeftOut implements Outcome {
    /** Both sides are the same country. */
    DOMESTIC,
    /** One side or both give no country and no organisation. */
    NO_PARTY,
    /** The code says nothing about two countries. */
    NO_MEANING,
    /** The names of the columns: no row. */
    HEADER,
    /** Nothing on the line: no row. */
    BLANK
  }
}
