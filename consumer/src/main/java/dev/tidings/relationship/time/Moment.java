package dev.tidings.relationship.time;

import dev.tidings.relationship.edition.Resolution;
import dev.tidings.relationship.edition.UpdateVersions;
import dev.tidings.relationship.view.IndexedUpdates;
import dev.tidings.relationship.view.View;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was known of a relationship at one instant.
 *
 * @param indexed the updates that counted
 * @param revision how many versions readers could know of
 */
public record Moment(IndexedUpdates indexed, int revision) {

  /** How things stood on a day, as known at this moment. */
  public View view(LocalDate asOf, Instant knownAt) {
    return new View(indexed, asOf, knownAt, revision, null);
  }

  /** The same with what is known of an update at an instant in the place of what was known. */
  Moment with(@Nullable UpdateVersions was, Instant before, UpdateVersions is, Instant at) {
    Resolution earlier = was == null ? Resolution.NOTHING : was.resolve(before);
    int visible = was == null ? 0 : was.visible(before);
    return new Moment(
        indexed.replace(earlier, is.resolve(at)), revision + is.visible(at) - visible);
  }
}
