package dev.tidings.feed.api;

import dev.tidings.party.Relationship;
import dev.tidings.relationship.Story;
import dev.tidings.relationship.Story.Version;
import dev.tidings.update.PubStatus;
import dev.tidings.update.RelationshipUpdate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An update with all its versions, as readers may see it; a withdrawn one is a tombstone.
 *
 * @param version the edition that counts, or that withdrew it
 * @param edNote what that edition says of itself
 * @param corroboration how many independent sources are behind it
 * @param contested whether its version was published with different contents
 * @param update the edition that counts; absent, it was withdrawn
 */
record Told(
    Relationship relationship,
    String uri,
    int version,
    PubStatus pubStatus,
    Instant versionCreated,
    @Nullable String edNote,
    int corroboration,
    boolean contested,
    @Nullable RelationshipUpdate update,
    List<Version> versions) {

  static Told of(Story story) {
    RelationshipUpdate counts = story.counts();
    if (counts != null) {
      return new Told(
          story.relationship(),
          story.uri(),
          counts.version(),
          PubStatus.USABLE,
          counts.versionCreated(),
          counts.edNote(),
          story.corroboration(),
          story.contested(),
          counts,
          story.versions());
    }
    Version last = story.versions().get(story.versions().size() - 1);
    return new Told(
        story.relationship(),
        story.uri(),
        last.version(),
        story.withdrawal() == null ? last.pubStatus() : story.withdrawal().pubStatus(),
        last.versionCreated(),
        story.withdrawal() == null ? null : story.withdrawal().edNote(),
        0,
        false,
        null,
        story.versions());
  }
}
