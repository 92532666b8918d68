package dev.tidings.relationship;

import dev.tidings.party.Relationship;
import dev.tidings.relationship.Story.Version;
import dev.tidings.summary.Withdrawal;
import dev.tidings.update.Attribution;
import dev.tidings.update.Contribution;
import dev.tidings.update.PubStatus;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.Standing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every edition of one update. A set: adding is idempotent, and the order makes no difference.
 * Immutable.
 */
final class UpdateVersions {

  /** What adding an update did to the set. */
  enum Added {
    /** It was there already. */
    DUPLICATE,
    /** The edition was there; this publication has other sources, or another instant. */
    CORROBORATION,
    /** A version that was not there. */
    EDITION,
    /** A version that was there with another content. */
    CONFLICT
  }

  /** The set with one more publication, and what that did to it. */
  record Addition(UpdateVersions versions, Added added) {}

  /** By key, then by uri: an arbitrary order, and always the same. */
  static final Comparator<UpdateVersions> BY_KEY = UpdateVersions::compareByKey;

  /**
   * A hash of the uri. Comparing it is enough unless two are equal: the uri itself has to be read
   * from the bytes of an edition.
   */
  private final long key;

  /** Of most updates the only one. */
  private final Edition first;

  private final List<Edition> others;
  private final Resolution resolution;

  private UpdateVersions(long key, Edition first, List<Edition> others, Resolution resolution) {
    this.key = key;
    this.first = first;
    this.others = others;
    this.resolution = resolution;
  }

  /** With one edition, of which readers know nothing yet. */
  private UpdateVersions(RelationshipUpdate update) {
    this(keyOf(update.uri()), new Edition(update), List.of(), Resolution.NOTHING);
  }

  private UpdateVersions with(List<Edition> editions) {
    return new UpdateVersions(
        key, editions.get(0), List.copyOf(editions.subList(1, editions.size())), resolution);
  }

  /** With one more publication of an update, of which nothing may have been there. */
  static Addition add(@Nullable UpdateVersions there, RelationshipUpdate update) {
    return there == null
        ? new Addition(new UpdateVersions(update), Added.EDITION)
        : there.plus(new Edition(update));
  }

  private Addition plus(Edition added) {
    List<Edition> more = new ArrayList<>(editions());
    boolean versionKnown = false;
    for (int i = 0; i < more.size(); i++) {
      Edition there = more.get(i);
      if (there.saysTheSameAs(added)) {
        Edition merged = there.with(added);
        if (merged == there) {
          return new Addition(this, Added.DUPLICATE);
        }
        more.set(i, merged);
        return new Addition(with(more), Added.CORROBORATION);
      }
      versionKnown |= there.version() == added.version();
    }
    more.add(added);
    return new Addition(with(more), versionKnown ? Added.CONFLICT : Added.EDITION);
  }

  /** What the editions amounted to when {@link #resolved} was last asked. */
  Resolution resolution() {
    return resolution;
  }

  /** The same editions, with what they amount to as known at an instant. */
  UpdateVersions resolved(Instant knownAt) {
    return new UpdateVersions(key, first, others, resolve(knownAt));
  }

  private List<Edition> editions() {
    if (others.isEmpty()) {
      return List.of(first);
    }
    List<Edition> editions = new ArrayList<>(List.of(first));
    editions.addAll(others);
    return editions;
  }

  /** The one that says what an update says, be it issued at another instant from other sources. */
  Edition edition(RelationshipUpdate update) {
    if (others.isEmpty()) {
      return first;
    }
    Edition same = new Edition(update);
    return editions().stream().filter(same::saysTheSameAs).findFirst().orElseThrow();
  }

  private Stream<Edition> known(Instant knownAt) {
    return editions().stream().filter(edition -> edition.isVisibleAt(knownAt));
  }

  /** The first 64 bits of SHA-256, so that nobody can choose many uris with the same key. */
  static long keyOf(String uri) {
    try {
      byte[] bytes = uri.getBytes(StandardCharsets.UTF_8);
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes)).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Negative, zero or positive, as it stands before, at or behind an update with this uri. */
  int compareTo(long otherKey, String uri) {
    int order = Long.compare(key, otherKey);
    return order == 0 ? uri().compareTo(uri) : order;
  }

  private int compareByKey(UpdateVersions other) {
    int order = Long.compare(key, other.key);
    return order == 0 ? first.compareUri(other.first) : order;
  }

  /** When the first of those editions was issued that readers know of at an instant. */
  Instant firstIssued(Instant knownAt) {
    return known(knownAt).map(Edition::created).min(Comparator.naturalOrder()).orElse(Instant.MAX);
  }

  /** The highest version, be it embargoed; 0, when there is none. */
  int highest() {
    return editions().stream().mapToInt(Edition::version).max().orElse(0);
  }

  /** The instants from which readers may know more of it. */
  Stream<Instant> visibleFrom() {
    return editions().stream().flatMap(edition -> edition.visibleFrom().stream());
  }

  String uri() {
    return first.uri();
  }

  Set<String> headlines() {
    return editions().stream()
        .map(edition -> edition.content().headline())
        .collect(Collectors.toSet());
  }

  /** What any edition of it said of a thread's terms. */
  Set<String> terms() {
    Set<String> terms = new TreeSet<>();
    for (Edition edition : editions()) {
      edition.content().contribution().map(Contribution::terms).ifPresent(terms::add);
    }
    return terms;
  }

  int visible(Instant knownAt) {
    if (others.isEmpty()) {
      return first.isVisibleAt(knownAt) ? 1 : 0;
    }
    return (int) known(knownAt).count();
  }

  /**
   * Editions that readers may not know of yet, and that may count when they do: none of a version
   * that a higher one has overtaken already.
   */
  List<Edition> awaited(Instant knownAt) {
    int highest = known(knownAt).mapToInt(Edition::version).max().orElse(0);
    return editions().stream()
        .filter(edition -> !edition.isVisibleAt(knownAt) && edition.version() >= highest)
        .toList();
  }

  /**
   * The highest version counts, of those that readers may know of; of one version's contents the
   * senior one; and a withheld or canceled edition counts for nothing.
   */
  Resolution resolve(Instant knownAt) {
    if (others.isEmpty()) {
      boolean isKnown = first.isVisibleAt(knownAt) && first.pubStatus() == PubStatus.USABLE;
      return isKnown
          ? new Current(first, first.sourcing(knownAt), false, null)
          : Resolution.NOTHING;
    }
    List<Edition> known = known(knownAt).toList();
    if (known.isEmpty()) {
      return Resolution.NOTHING;
    }
    int highest = known.stream().mapToInt(Edition::version).max().orElseThrow();
    List<Edition> contents = known.stream().filter(e -> e.version() == highest).toList();
    Edition counts =
        contents.size() == 1
            ? contents.get(0)
            : contents.stream().max(Edition.SENIORITY).orElseThrow();
    if (counts.pubStatus() == PubStatus.USABLE) {
      return new Current(
          counts, counts.sourcing(knownAt), contents.size() > 1, claimant(known, counts));
    }
    // Of this version too: a desk that kills without a new number kills all the same.
    boolean counted = known.stream().anyMatch(it -> it.pubStatus() == PubStatus.USABLE);
    return counted ? new Resolution.Withdrawn(withdrawal(counts), counts) : Resolution.NOTHING;
  }

  /** The update with all its editions that readers know of at an instant. */
  Story story(Relationship relationship, Place place, Instant knownAt) {
    List<Edition> known =
        known(knownAt)
            .sorted(Comparator.comparing(Edition::version).thenComparing(Edition.SENIORITY))
            .toList();
    Resolution resolution = resolve(knownAt);
    if (resolution instanceof Resolution.Withdrawn withdrawn) {
      return new Story(
          relationship,
          place,
          null,
          withdrawn.withdrawal(),
          0,
          false,
          known.stream().map(edition -> withoutText(edition, withdrawn.withdrawal())).toList());
    }
    Current current = (Current) resolution;
    return new Story(
        relationship,
        place,
        current.edition().published(knownAt),
        null,
        current.corroboration(),
        current.contested(),
        known.stream().map(edition -> version(edition, knownAt)).toList());
  }

  private static Version version(Edition edition, Instant knownAt) {
    return new Version(
        edition.version(),
        edition.created(),
        edition.pubStatus(),
        edition.content().edNote(),
        edition.published(knownAt));
  }

  /** Notes of earlier editions may quote what was withdrawn. */
  private static Version withoutText(Edition edition, Withdrawal withdrawal) {
    boolean withdraws =
        edition.version() == withdrawal.version() && edition.pubStatus() == withdrawal.pubStatus();
    return new Version(
        edition.version(),
        edition.created(),
        edition.pubStatus(),
        withdraws ? withdrawal.edNote() : null,
        null);
  }

  private static Withdrawal withdrawal(Edition edition) {
    return new Withdrawal(
        edition.uri(),
        edition.version(),
        edition.pubStatus(),
        edition.created(),
        edition.content().edNote());
  }

  /** Who claimed it, when it is a claim no longer; the highest earlier version says so. */
  private static @Nullable Attribution claimant(List<Edition> known, Edition counts) {
    if (counts.standing() != Standing.CONFIRMED) {
      return null;
    }
    return known.stream()
        .filter(edition -> edition.version() < counts.version())
        .filter(edition -> edition.standing() == Standing.CLAIMED)
        .max(Comparator.comparing(Edition::version).thenComparing(Edition.SENIORITY))
        .map(edition -> edition.content().attributedTo())
        .orElse(null);
  }
}
