package dev.tidings.relationship;

import dev.tidings.summary.CountedUpdate;
import dev.tidings.update.Attribution;
import dev.tidings.update.Contribution;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.Mode;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.Standing;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The edition of an update that counts.
 *
 * @param sourcing which sources are behind it
 * @param contested whether this version was published with different contents
 * @param claimedBy who claimed it in an earlier edition, which the desk has confirmed since
 */
record Current(
    Edition edition, Sourcing sourcing, boolean contested, @Nullable Attribution claimedBy)
    implements Resolution {

  /** The order of the timeline: earliest day, latest day, when issued, uri. */
  static final Comparator<Current> TIMELINE =
      (one, other) -> Edition.TIMELINE.compare(one.edition, other.edition);

  /** Its text is read anew each time. Without its sources. */
  RelationshipUpdate update() {
    return edition.content();
  }

  /** As lists show it. */
  CountedUpdate counted() {
    return edition.counted(corroboration(), contested);
  }

  String uri() {
    return edition.uri();
  }

  int version() {
    return edition.version();
  }

  Mode mode() {
    return edition.mode();
  }

  EdtfDate occurred() {
    return edition.occurred();
  }

  Standing standing() {
    return edition.standing();
  }

  LocalDate earliest() {
    return occurred().earliest();
  }

  /** Whether it counts on this day. */
  boolean isBy(LocalDate day) {
    return !earliest().isAfter(day);
  }

  boolean isClaimed() {
    return standing() == Standing.CLAIMED;
  }

  boolean isBetweenStates() {
    return edition.isBetweenStates();
  }

  /** Number of independent sources. */
  int corroboration() {
    return sourcing.families();
  }

  /**
   * How much it counts as, in thousandths of a report: 125 … {@value Sourcing#MOST_REPORTS}. What a
   * desk confirmed counts most, and so does a claim, which counts once it is confirmed.
   */
  int reports() {
    return switch (standing()) {
      case CONFIRMED, CLAIMED -> Sourcing.MOST_REPORTS;
      case REPORTED -> sourcing.reports();
    };
  }

  /**
   * Whether it is too weak to wake anybody: software alone says so, from one publisher's texts.
   * What a desk has confirmed is not, nor what its publisher gave an urgency.
   */
  boolean isUncorroborated() {
    return sourcing.isUncorroborated() && standing() != Standing.CONFIRMED && !edition.hasUrgency();
  }

  /** Whether it is listed among the claims. */
  boolean isOrWasClaimed() {
    return isClaimed() || claimedBy != null;
  }

  /**
   * What it does to a thread. One that is merely reported, or that is not between states, moves a
   * thread only when it names it: the default of its mode would let a machine-coded row or a
   * company say what is in force.
   */
  Optional<Contribution> contribution() {
    if (edition.thread() != null) {
      return Optional.ofNullable(edition.thread());
    }
    return standing() == Standing.REPORTED || !isBetweenStates()
        ? Optional.empty()
        : mode().thread();
  }
}
