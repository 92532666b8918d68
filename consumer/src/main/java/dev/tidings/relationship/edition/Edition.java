package dev.tidings.relationship.edition;

import dev.tidings.party.Party;
import dev.tidings.party.Relationship;
import dev.tidings.summary.CountedUpdate;
import dev.tidings.update.Contribution;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.Mode;
import dev.tidings.update.PubStatus;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.Response;
import dev.tidings.update.Source;
import dev.tidings.update.Standing;
import dev.tidings.wire.UpdateJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One content of one version of an update, and each time that it was published: one element of
 * {@link UpdateVersions}. Immutable.
 */
final class Edition implements IssuedEdition {

  /** When the content was issued, and from which sources: at least as known at that instant. */
  record Publication(Instant created, List<Source> sources) {}

  /** As many as an update may have. */
  private static final int MOST_SOURCES = 100;

  /** The order of the timeline: earliest day, latest day, when issued, uri. */
  static final Comparator<Edition> TIMELINE = Edition::compareOnTimeline;

  /** Which of two contents of one version wins: the one issued later, then the greater hash. */
  static final Comparator<Edition> SENIORITY =
      Comparator.comparing(Edition::created)
          .thenComparing(edition -> UpdateJson.contentHash(edition.content(Instant.EPOCH)));

  /** What it says, with the sources of the only publication where there is but one. */
  private final byte[] packed;

  private final int version;
  private final PubStatus pubStatus;
  private final @Nullable Instant embargoedUntil;
  private final Mode mode;
  private final EdtfDate occurred;
  private final Standing standing;
  private final boolean betweenStates;
  private final @Nullable Contribution thread;
  private final @Nullable Response responds;
  private final boolean hasUrgency;

  /** When it was first issued. */
  private final Instant created;

  /** Of the first publication's sources. */
  private final Sourcing sourcing;

  /** In the order of their instants; null, there is one. */
  private final @Nullable List<Publication> publications;

  /** Of an update that was published once. */
  Edition(RelationshipUpdate update) {
    this.packed = PackedUpdate.of(update);
    this.version = update.version();
    this.pubStatus = update.pubStatus();
    this.embargoedUntil = update.embargoedUntil();
    this.mode = update.mode();
    this.occurred = update.occurred();
    this.standing = update.standing();
    this.betweenStates = update.isBetweenStates();
    this.thread = update.thread();
    this.responds = update.responds();
    this.hasUrgency = update.urgency() != null;
    this.created = update.versionCreated();
    this.sourcing = Sourcing.of(update.sources());
    this.publications = null;
  }

  private Edition(Edition of, List<Publication> publications) {
    this.packed = of.packed;
    this.version = of.version;
    this.pubStatus = of.pubStatus;
    this.embargoedUntil = of.embargoedUntil;
    this.mode = of.mode;
    this.occurred = of.occurred;
    this.standing = of.standing;
    this.betweenStates = of.betweenStates;
    this.thread = of.thread;
    this.responds = of.responds;
    this.hasUrgency = of.hasUrgency;
    this.created = publications.get(0).created();
    this.sourcing = of.sourcing;
    this.publications = List.copyOf(publications);
  }

  private int compareOnTimeline(Edition other) {
    int order = compareTo(other.occurred, other.created);
    return order == 0 ? compareUri(other) : order;
  }

  int compareUri(Edition other) {
    return packed == other.packed ? 0 : PackedUpdate.compareUris(packed, other.packed);
  }

  /** Negative, zero or positive, as it stands before, at or behind a place on the timeline. */
  int compareTo(TimelinePosition place) {
    int order = occurred.earliest().compareTo(place.earliest());
    order = order == 0 ? occurred.latest().compareTo(place.latest()) : order;
    order = order == 0 ? created.compareTo(place.issued()) : order;
    return order == 0 ? uri().compareTo(place.uri()) : order;
  }

  private int compareTo(EdtfDate otherOccurred, Instant otherCreated) {
    int order = occurred.earliest().compareTo(otherOccurred.earliest());
    order = order == 0 ? occurred.latest().compareTo(otherOccurred.latest()) : order;
    return order == 0 ? created.compareTo(otherCreated) : order;
  }

  TimelinePosition place() {
    return new TimelinePosition(occurred.earliest(), occurred.latest(), created, uri());
  }

  @Override
  public String uri() {
    return PackedUpdate.uri(packed);
  }

  int version() {
    return version;
  }

  PubStatus pubStatus() {
    return pubStatus;
  }

  Mode mode() {
    return mode;
  }

  EdtfDate occurred() {
    return occurred;
  }

  Standing standing() {
    return standing;
  }

  /** Whether both sides act for their states. */
  boolean isBetweenStates() {
    return betweenStates;
  }

  /** Who acted. */
  Party actor() {
    return PackedUpdate.sides(packed).get(0);
  }

  Relationship relationship() {
    List<Party> sides = PackedUpdate.sides(packed);
    return Relationship.of(sides.get(0), sides.get(1));
  }

  /** What it does to the thread that it names; null, it names none. */
  @Nullable Contribution thread() {
    return thread;
  }

  /** What it answers to a claim; null, nothing. */
  @Nullable Response responds() {
    return responds;
  }

  /** Whether its publisher gave it an urgency. */
  boolean hasUrgency() {
    return hasUrgency;
  }

  @Override
  public Instant created() {
    return created;
  }

  /** What it says, as first issued and without sources. */
  RelationshipUpdate content() {
    return content(created);
  }

  private RelationshipUpdate content(Instant at) {
    return PackedUpdate.content(packed, at);
  }

  /**
   * What lists show of it.
   *
   * @param corroboration number of independent sources
   * @param contested whether this version was published with different contents
   */
  CountedUpdate counted(int corroboration, boolean contested) {
    return PackedUpdate.counted(packed, created, occurred, corroboration, contested);
  }

  /** How much memory its text takes, in bytes. */
  int size() {
    return packed.length;
  }

  /** Whether another one says the same, be it issued at another instant from other sources. */
  boolean saysTheSameAs(Edition other) {
    return PackedUpdate.haveSameContent(packed, other.packed);
  }

  private List<Publication> publications() {
    return publications == null
        ? List.of(new Publication(created, PackedUpdate.sources(packed)))
        : publications;
  }

  /** The same with the only publication of another edition; itself, when that says nothing new. */
  Edition with(Edition other) {
    List<Publication> merged = new ArrayList<>(publications());
    List<Source> first = merged.get(0).sources();
    List<Source> sources = PackedUpdate.sources(other.packed);
    Publication added = new Publication(other.created, sources.equals(first) ? first : sources);
    for (int i = 0; i < merged.size(); i++) {
      Publication there = merged.get(i);
      if (there.created().equals(added.created())) {
        if (there.sources().containsAll(added.sources())) {
          return this;
        }
        TreeSet<Source> union = new TreeSet<>(there.sources());
        union.addAll(added.sources());
        merged.set(i, new Publication(there.created(), List.copyOf(union)));
        return new Edition(this, merged);
      }
    }
    merged.add(added);
    merged.sort(Comparator.comparing(Publication::created));
    return new Edition(this, merged);
  }

  /** Whether readers may know of it at this instant. */
  boolean isVisibleAt(Instant knownAt) {
    return !visibleFrom(created).isAfter(knownAt);
  }

  /** The instants from which readers may know of each of its publications. */
  List<Instant> visibleFrom() {
    return publications == null
        ? List.of(visibleFrom(created))
        : publications.stream().map(it -> visibleFrom(it.created())).toList();
  }

  private Instant visibleFrom(Instant published) {
    return embargoedUntil == null || embargoedUntil.isBefore(published)
        ? published
        : embargoedUntil;
  }

  /** Until when nobody may see it; null, it has no embargo. */
  @Nullable Instant embargoedUntil() {
    return embargoedUntil;
  }

  /** The edition as it stands at this instant: first issued when it was, with all its sources. */
  RelationshipUpdate published(Instant knownAt) {
    return content()
        .republished(
            created, knownSources(knownAt).stream().distinct().limit(MOST_SOURCES).toList());
  }

  /** Which sources were known to be behind it at an instant at which readers knew of it. */
  Sourcing sourcing(Instant knownAt) {
    return publications == null ? sourcing : Sourcing.of(knownSources(knownAt));
  }

  private List<Source> knownSources(Instant knownAt) {
    return publications().stream()
        .filter(publication -> !publication.created().isAfter(knownAt))
        .flatMap(publication -> publication.sources().stream())
        .toList();
  }
}
