package dev.tidings.relationship;

import dev.tidings.party.Relationship;
import dev.tidings.relationship.Story.Version;
import dev.tidings.summary.Withdrawal;
import dev.tidings.update.Attribution;
import dev.tidings.update.Contribution;
import dev.tidings.update.PubStatus;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.Standing;
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

  static final UpdateVersions NONE = new UpdateVersions(List.of());

  private final List<Edition> editions;

  private UpdateVersions(List<Edition> editions) {
    this.editions = List.copyOf(editions);
  }

  Addition plus(RelationshipUpdate update) {
    RelationshipUpdate content = Edition.contentOf(update);
    List<Edition> more = new ArrayList<>(editions);
    boolean versionKnown = false;
    for (int i = 0; i < editions.size(); i++) {
      Edition there = editions.get(i);
      if (there.content().equals(content)) {
        Edition merged = there.with(update);
        if (merged.equals(there)) {
          return new Addition(this, Added.DUPLICATE);
        }
        more.set(i, merged);
        return new Addition(new UpdateVersions(more), Added.CORROBORATION);
      }
      versionKnown |= there.version() == update.version();
    }
    more.add(Edition.of(content, update));
    return new Addition(new UpdateVersions(more), versionKnown ? Added.CONFLICT : Added.EDITION);
  }

  /** When the first of those editions was issued that readers know of at an instant. */
  Instant firstIssued(Instant knownAt) {
    return editions.stream()
        .filter(edition -> edition.isVisibleAt(knownAt))
        .map(Edition::created)
        .min(Comparator.naturalOrder())
        .orElse(Instant.MAX);
  }

  /** The highest version, be it embargoed; 0, when there is none. */
  int highest() {
    return editions.stream().mapToInt(Edition::version).max().orElse(0);
  }

  /** The instants from which readers may know more of it. */
  Stream<Instant> visibleFrom() {
    return editions.stream()
        .flatMap(edition -> edition.publications().stream().map(edition::visibleFrom));
  }

  String uri() {
    return editions.get(0).content().uri();
  }

  Set<String> headlines() {
    return editions.stream()
        .map(edition -> edition.content().headline())
        .collect(Collectors.toSet());
  }

  /** What any edition of it said of a thread's terms. */
  Set<String> terms() {
    Set<String> terms = new TreeSet<>();
    for (Edition edition : editions) {
      edition.content().contribution().map(Contribution::terms).ifPresent(terms::add);
    }
    return terms;
  }

  int visible(Instant knownAt) {
    return (int) editions.stream().filter(edition -> edition.isVisibleAt(knownAt)).count();
  }

  /**
   * Editions that readers may not know of yet, and that may count when they do: none of a version
   * that a higher one has overtaken already.
   */
  List<Edition> awaited(Instant knownAt) {
    int highest =
        editions.stream()
            .filter(edition -> edition.isVisibleAt(knownAt))
            .mapToInt(Edition::version)
            .max()
            .orElse(0);
    return editions.stream()
        .filter(edition -> !edition.isVisibleAt(knownAt) && edition.version() >= highest)
        .toList();
  }

  /**
   * The highest version counts, of those that readers may know of; of one version's contents the
   * senior one; and a withheld or canceled edition counts for nothing.
   */
  Resolution resolve(Instant knownAt) {
    List<Edition> known =
        editions.stream().filter(edition -> edition.isVisibleAt(knownAt)).toList();
    if (known.isEmpty()) {
      return Resolution.NOTHING;
    }
    int highest = known.stream().mapToInt(Edition::version).max().orElseThrow();
    List<Edition> contents = known.stream().filter(e -> e.version() == highest).toList();
    Edition counts =
        contents.size() == 1
            ? contents.get(0)
            : contents.stream().max(Edition.SENIORITY).orElseThrow();
    RelationshipUpdate update = counts.content().republished(counts.created(), List.of());
    if (update.pubStatus() == PubStatus.USABLE) {
      return new Resolution.Counts(
          new Current(
              update, counts.sourcing(knownAt), contents.size() > 1, claimant(known, counts)));
    }
    // Of this version too: a desk that kills without a new number kills all the same.
    boolean counted =
        known.stream().anyMatch(edition -> edition.content().pubStatus() == PubStatus.USABLE);
    return counted ? new Resolution.Withdrawn(withdrawal(counts), update) : Resolution.NOTHING;
  }

  /** The update with all its editions that readers know of at an instant. */
  Story story(Relationship relationship, Place place, Instant knownAt) {
    List<Edition> known =
        editions.stream()
            .filter(edition -> edition.isVisibleAt(knownAt))
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
    Current current = ((Resolution.Counts) resolution).current();
    Edition last =
        known.stream()
            .filter(edition -> edition.content().equals(Edition.contentOf(current.update())))
            .findFirst()
            .orElseThrow();
    return new Story(
        relationship,
        place,
        last.published(knownAt),
        null,
        current.corroboration(),
        current.contested(),
        known.stream().map(edition -> version(edition, knownAt)).toList());
  }

  private static Version version(Edition edition, Instant knownAt) {
    return new Version(
        edition.version(),
        edition.created(),
        edition.content().pubStatus(),
        edition.content().edNote(),
        edition.published(knownAt));
  }

  /** Notes of earlier editions may quote what was withdrawn. */
  private static Version withoutText(Edition edition, Withdrawal withdrawal) {
    boolean withdraws =
        edition.version() == withdrawal.version()
            && edition.content().pubStatus() == withdrawal.pubStatus();
    return new Version(
        edition.version(),
        edition.created(),
        edition.content().pubStatus(),
        withdraws ? withdrawal.edNote() : null,
        null);
  }

  private static Withdrawal withdrawal(Edition edition) {
    return new Withdrawal(
        edition.content().uri(),
        edition.version(),
        edition.content().pubStatus(),
        edition.created(),
        edition.content().edNote());
  }

  /** Who claimed it, when it is a claim no longer; the highest earlier version says so. */
  private static @Nullable Attribution claimant(List<Edition> known, Edition counts) {
    if (counts.content().standing() != Standing.CONFIRMED) {
      return null;
    }
    return known.stream()
        .filter(edition -> edition.version() < counts.version())
        .filter(edition -> edition.content().standing() == Standing.CLAIMED)
        .max(Comparator.comparing(Edition::version).thenComparing(Edition.SENIORITY))
        .map(edition -> edition.content().attributedTo())
        .orElse(null);
  }
}
