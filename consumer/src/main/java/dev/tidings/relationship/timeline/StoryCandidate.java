package dev.tidings.relationship.timeline;

import dev.tidings.relationship.edition.Current;
import dev.tidings.relationship.edition.TimelinePosition;
import dev.tidings.update.RelationshipUpdate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An update on the timeline, with as much as tells whether a reader wants its whole story: filters
 * of the API, the pages and the search are asked about it.
 */
public final class StoryCandidate {

  private static final int BYTES_OF_A_STEP = 1_000;

  private final TimelinePosition place;
  private final @Nullable Current counts;
  private final Instant firstIssued;

  /** Read when it is first asked for: most filters pass most updates by their days. */
  private @Nullable RelationshipUpdate read;

  /**
   * Of an update.
   *
   * @param counts the edition that counts; null, it was withdrawn
   * @param firstIssued when the first of its editions was
   */
  StoryCandidate(TimelinePosition place, @Nullable Current counts, Instant firstIssued) {
    this.place = place;
    this.counts = counts;
    this.firstIssued = firstIssued;
  }

  public TimelinePosition place() {
    return place;
  }

  /** The edition that counts, without its sources; null, it was withdrawn. */
  public @Nullable RelationshipUpdate counts() {
    if (read == null && counts != null) {
      read = counts.update();
    }
    return read;
  }

  /** When the first of its editions was issued. */
  public Instant firstIssued() {
    return firstIssued;
  }

  /** How much work it is to look through its text. */
  int steps() {
    return 1 + (counts == null ? 0 : counts.size() / BYTES_OF_A_STEP);
  }
}
