package dev.tidings.relationship;

import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.Source;
import dev.tidings.wire.UpdateJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * One content of one version, and each time that it was published.
 *
 * @param content without sources, issued at the epoch: two publications of one edition have equal
 *     contents
 * @param publications in the order of their instants
 */
record Edition(RelationshipUpdate content, List<Publication> publications) {

  /** When the content was issued, and from which sources: at least as known at that instant. */
  record Publication(Instant created, List<Source> sources) {}

  /** As many as an update may have. */
  private static final int MOST_SOURCES = 100;

  /** Which of two contents of one version wins: the one issued later, then the greater hash. */
  static final Comparator<Edition> SENIORITY =
      Comparator.comparing(Edition::created)
          .thenComparing(edition -> UpdateJson.contentHash(edition.content));

  /** Of an update whose content is taken out of it already. */
  static Edition of(RelationshipUpdate content, RelationshipUpdate update) {
    return new Edition(
        content, List.of(new Publication(update.versionCreated(), update.sources())));
  }

  static RelationshipUpdate contentOf(RelationshipUpdate update) {
    return update.republished(Instant.EPOCH, List.of());
  }

  int version() {
    return content.version();
  }

  /** The same edition with one more publication; itself, when it says nothing new. */
  Edition with(RelationshipUpdate update) {
    List<Publication> merged = new ArrayList<>(publications);
    Publication added = new Publication(update.versionCreated(), update.sources());
    for (int i = 0; i < merged.size(); i++) {
      Publication there = merged.get(i);
      if (there.created().equals(added.created())) {
        if (there.sources().containsAll(added.sources())) {
          return this;
        }
        TreeSet<Source> union = new TreeSet<>(there.sources());
        union.addAll(added.sources());
        merged.set(i, new Publication(there.created(), List.copyOf(union)));
        return new Edition(content, List.copyOf(merged));
      }
    }
    merged.add(added);
    merged.sort(Comparator.comparing(Publication::created));
    return new Edition(content, List.copyOf(merged));
  }

  /** Whether readers may know of it at this instant. */
  boolean isVisibleAt(Instant knownAt) {
    return !visibleFrom(publications.get(0)).isAfter(knownAt);
  }

  /** When readers may know of this publication. */
  Instant visibleFrom(Publication publication) {
    Instant embargo = content.embargoedUntil();
    return embargo == null || embargo.isBefore(publication.created())
        ? publication.created()
        : embargo;
  }

  /** When it was first issued. */
  Instant created() {
    return publications.get(0).created();
  }

  /** The edition as it stands at this instant: first issued when it was, with all its sources. */
  RelationshipUpdate published(Instant knownAt) {
    return content.republished(
        created(),
        publications.stream()
            .filter(publication -> !publication.created().isAfter(knownAt))
            .flatMap(publication -> publication.sources().stream())
            .distinct()
            .limit(MOST_SOURCES)
            .toList());
  }

  /** The sources that were known at this instant. */
  Sourcing sourcing(Instant knownAt) {
    return Sourcing.of(
        publications.stream()
            .filter(publication -> !publication.created().isAfter(knownAt))
            .flatMap(publication -> publication.sources().stream())
            .toList());
  }
}
