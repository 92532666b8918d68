package dev.tidings.relationship.edition;

import dev.tidings.summary.Withdrawal;
import dev.tidings.update.Attribution;
import dev.tidings.update.PubStatus;
import dev.tidings.update.Standing;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of an update's editions counts, if any does: for {@link UpdateVersions}. */
final class CountingRule {

  private CountingRule() {}

  /** Of an update with one edition, be it known or not. */
  static Resolution ofOnly(Edition edition, Instant knownAt) {
    return edition.isVisibleAt(knownAt) && edition.pubStatus() == PubStatus.USABLE
        ? new Current(edition, edition.sourcing(knownAt), false, null)
        : Resolution.NOTHING;
  }

  /**
   * The highest version counts, of those that readers may know of; of one version's contents the
   * senior one; and a withheld or canceled edition counts for nothing.
   */
  static Resolution of(List<Edition> known, Instant knownAt) {
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
