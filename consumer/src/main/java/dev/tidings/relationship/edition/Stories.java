package dev.tidings.relationship.edition;

import dev.tidings.party.Relationship;
import dev.tidings.relationship.edition.Story.Version;
import dev.tidings.summary.Withdrawal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** An update's editions as readers are shown them: for {@link UpdateVersions}. */
final class Stories {

  private Stories() {}

  /**
   * The story of an update that counts or was withdrawn.
   *
   * @param editions those that readers know of at the instant
   */
  static Story of(
      Relationship relationship,
      TimelinePosition place,
      Resolution resolution,
      List<Edition> editions,
      Instant knownAt) {
    List<Edition> known =
        editions.stream()
            .sorted(Comparator.comparing(Edition::version).thenComparing(Edition.SENIORITY))
            .toList();
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
}
