package dev.tidings.relationship.edition;

import dev.tidings.party.Party;
import dev.tidings.party.Relationship;
import dev.tidings.summary.CountedUpdate;
import dev.tidings.update.Attribution;
import dev.tidings.update.Contribution;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.Mode;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.Response;
import dev.tidings.update.Standing;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The edition of an update that counts: what every index of the fold holds, and every rule of it
 * asks. Immutable.
 */
public final class Current implements Resolution {

  /** The order of the timeline: earliest day, latest day, when issued, uri. */
  public static final Comparator<Current> TIMELINE = Current::compareOnTimeline;

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

  public boolean contested() {
    return contested;
  }

  public @Nullable Attribution claimedBy() {
    return claimedBy;
  }

  /** Its text is read anew each time. Without its sources. */
  public RelationshipUpdate update() {
    return edition.content();
  }

  /** As lists show it. */
  public CountedUpdate counted() {
    return edition.counted(corroboration(), contested);
  }

  public String uri() {
    return edition.uri();
  }

  public int version() {
    return edition.version();
  }

  public Mode mode() {
    return edition.mode();
  }

  public EdtfDate occurred() {
    return edition.occurred();
  }

  public Standing standing() {
    return edition.standing();
  }

  public LocalDate earliest() {
    return occurred().earliest();
  }

  /** Whether it counts on this day. */
  public boolean isBy(LocalDate day) {
    return !earliest().isAfter(day);
  }

  public boolean isClaimed() {
    return standing() == Standing.CLAIMED;
  }

  public boolean isBetweenStates() {
    return edition.isBetweenStates();
  }

  /** Who acted. */
  public Party actor() {
    return edition.actor();
  }

  public Relationship relationship() {
    return edition.relationship();
  }

  /** What it answers to a claim; null, nothing. */
  public @Nullable Response responds() {
    return edition.responds();
  }

  /** Whether another one says the same, be it issued at another instant from other sources. */
  public boolean saysTheSameAs(Current other) {
    return edition.saysTheSameAs(other.edition);
  }

  /** How much memory its text takes, in bytes. */
  public int size() {
    return edition.size();
  }

  /** Number of independent sources. */
  public int corroboration() {
    return sourcing.families();
  }

  /**
   * How much it counts as, in thousandths of a report: 125 … 3,000. What a desk confirmed counts
   * most, and so does a claim, which counts once it is confirmed.
   */
  public int reports() {
    return switch (standing()) {
      case CONFIRMED, CLAIMED -> Sourcing.MOST_REPORTS;
      case REPORTED -> sourcing.reports();
    };
  }

  /**
   * Whether it is too weak to wake anybody: software alone says so, from one publisher's texts.
   * What a desk has confirmed is not, nor what its publisher gave an urgency.
   */
  public boolean isUncorroborated() {
    return sourcing.isUncorroborated() && standing() != Standing.CONFIRMED && !edition.hasUrgency();
  }

  /** Whether it is listed among the claims. */
  public boolean isOrWasClaimed() {
    return isClaimed() || claimedBy != null;
  }

  /**
   * What it does to a thread. One that is merely reported, or that is not between states, moves a
   * thread only when it names it: the default of its mode would let a machine-coded row or a
   * company say what is in force.
   */
  public Optional<Contribution> contribution() {
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
