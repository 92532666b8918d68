package dev.tidings.feed.api;

import dev.tidings.party.Relationship;
import dev.tidings.relationship.edition.Story;
import dev.tidings.relationship.edition.Story.Version;
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
 * @param versions of very many the last 100
 * @param earlierVersions how many are not there; absent, all are
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
    List<Version> versions,
    @Nullable Integer earlierVersions) {

  /** Of a list within an answer. */
  static final int MOST = 100;

  static Told of(Story story) {
    return of(story, 0);
  }

  /** Without so many of its last versions. */
  static Told of(Story story, int skip) {
    int size = story.versions().size();
    int end = Math.max(0, size - skip);
    int start = Math.max(0, end - MOST);
    List<Version> versions = story.versions().subList(start, end);
    Integer earlier = start == 0 ? null : start;
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
          versions,
          earlier);
    }
    Version last = story.versions().get(size - 1);
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
        versions,
        earlier);
  }
}
