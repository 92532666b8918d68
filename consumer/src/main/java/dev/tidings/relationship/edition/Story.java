package dev.tidings.relationship.edition;

import dev.tidings.party.Relationship;
import dev.tidings.summary.Withdrawal;
import dev.tidings.update.PubStatus;
import dev.tidings.update.RelationshipUpdate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One update in one relationship, with every edition that readers may know of: what an API, a page
 * or a search shows of it.
 *
 * @param counts the edition that counts, with all its sources; absent, it was withdrawn
 * @param withdrawal what is left of one that was withdrawn
 * @param corroboration number of independent sources behind the edition that counts
 * @param contested whether its version was published with different contents
 * @param versions in the order of their numbers; of a withdrawn update without any text
 */
public record Story(
    Relationship relationship,
    TimelinePosition place,
    @Nullable RelationshipUpdate counts,
    @Nullable Withdrawal withdrawal,
    int corroboration,
    boolean contested,
    List<Version> versions) {

  /**
   * An edition.
   *
   * @param versionCreated when it was first issued
   * @param edNote what it changed; of a withdrawn update, what its withdrawal says
   * @param update its content with all its sources; absent in a withdrawn update
   */
  public record Version(
      int version,
      Instant versionCreated,
      PubStatus pubStatus,
      @Nullable String edNote,
      @Nullable RelationshipUpdate update) {}

  public Story {
    versions = List.copyOf(versions);
  }

  public String uri() {
    return place.uri();
  }

  /** The edition that counts; empty, when it was withdrawn. */
  public Optional<RelationshipUpdate> current() {
    return Optional.ofNullable(counts);
  }
}
