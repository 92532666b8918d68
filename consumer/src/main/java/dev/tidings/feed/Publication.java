package dev.tidings.feed;

import dev.tidings.party.Relationship;
import dev.tidings.update.RelationshipUpdate;
import java.time.Instant;
import java.util.Comparator;

/** An edition of an update in one relationship, in the order in which they were issued. */
public record Publication(Instant issued, Relationship relationship, String uri)
    implements Comparable<Publication> {

  private static final Comparator<Publication> EARLIEST_FIRST =
      Comparator.comparing(Publication::issued)
          .thenComparing(Publication::relationship)
          .thenComparing(Publication::uri);

  static Publication of(RelationshipUpdate update) {
    return new Publication(update.versionCreated(), update.relationship(), update.uri());
  }

  @Override
  public int compareTo(Publication other) {
    return EARLIEST_FIRST.compare(this, other);
  }
}
