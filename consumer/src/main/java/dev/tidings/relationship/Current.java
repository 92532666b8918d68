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
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The edition of an update that counts. Immutable. */
final class Current implements Resolution {

  /** The order of the timeline: earliest day, latest day, when issued, uri. */
  static final Comparator<Current> TIMELINE = Current::compareOnTimeline;

  private final Edition edition;
  private final Sourcing sourcing;
  private final boolean contested;
  private final @Nullable Attribution claimedBy;

  /** Its earliest and its latest day, so that most comparisons need nothing else. */
  private final long days;

  /**
   * Of an edition.
   *
   * @param sourcing which sources are behind it
   * @param contested whether this version was published with different contents
   * @param claimedBy who claimed it in an earlier edition, which the desk has confirmed since
   */
  Current(Edition edition, Sourcing sourcing, boolean contested, @Nullable Attribution claimedBy) {
    this.edition = edition;
    this.sourcing = sourcing;
    this.contested = contested;
    this.claimedBy = claimedBy;
    long latest = Math.min(Integer.MAX_VALUE, edition.occurred().latest().toEpochDay());
    this.days = (edition.occurred().earliest().toEpochDay() << 32) + latest;
  }

  private int compareOnTimeline(Current other) {
    int order = Long.compare(days, other.days);
    return order == 0 ? Edition.TIMELINE.compare(edition, other.edition) : order;
  }

  Edition edition() {
    return edition;
  }

  Sourcing sourcing() {
    return sourcing;
  }

  boolean contested() {
    return contested;
  }

  @Nullable Attribution claimedBy() {
    return claimedBy;
  }

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

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Current current
        && current.edition.equals(edition)
        && current.sourcing.equals(sourcing)
        && current.contested == contested
        && Objects.equals(current.claimedBy, claimedBy);
  }

  @Override
  public int hashCode() {
    return edition.hashCode();
  }

  @Override
  public String toString() {
    return uri() + "#" + version();
  }
}
