package dev.tidings.relationship.view;

import dev.tidings.party.Relationship;
import dev.tidings.relationship.change.ComparedParts;
import dev.tidings.relationship.claim.PendingClaim;
import dev.tidings.relationship.climate.ClimateFold;
import dev.tidings.relationship.climate.Weights;
import dev.tidings.relationship.edition.Current;
import dev.tidings.relationship.thread.Threads;
import dev.tidings.relationship.timeline.Timeline;
import dev.tidings.relationship.words.Headline;
import dev.tidings.relationship.words.SummaryText;
import dev.tidings.summary.Claim;
import dev.tidings.summary.Climate;
import dev.tidings.summary.CountedUpdate;
import dev.tidings.summary.Limits;
import dev.tidings.summary.NamedParty;
import dev.tidings.summary.Summary;
import dev.tidings.summary.Withdrawal;
import dev.tidings.update.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a relationship stands on a day, as known at an instant: what its summary says, before it is
 * put into words. The worker makes one after each batch and tells readers what became different.
 * Immutable.
 *
 * <p>A view that follows another takes over each part of which nothing has changed, so that it
 * costs what the updates between them have changed. It gives what a view from nothing gives.
 */
public final class View {

  private static final List<Kind> KINDS = List.of(Kind.values());

  private final IndexedUpdates indexed;
  private final LocalDate asOf;
  private final Instant knownAt;
  private final int revision;
  private final List<PendingClaim> pending;
  private final Threads.Standing standing;
  private final Weights weights;
  private final ComparedParts parts;

  /**
   * A view.
   *
   * @param indexed the updates that count, as known at that instant
   * @param revision how many versions readers may know of
   * @param earlier another view of the same relationship, from which to take over what is the same
   */
  public View(
      IndexedUpdates indexed,
      LocalDate asOf,
      Instant knownAt,
      int revision,
      @Nullable View earlier) {
    this.indexed = indexed;
    this.asOf = asOf;
    this.knownAt = knownAt;
    this.revision = revision;
    View same = earlier != null && earlier.asOf.equals(asOf) ? earlier : null;
    this.pending = pending(same);
    this.standing = standing(same);
    this.weights = indexed.weights().before(pending);
    this.parts = parts(same);
  }

  private List<PendingClaim> pending(@Nullable View same) {
    return same != null && same.indexed.claims() == indexed.claims()
        ? same.pending
        : indexed.claims().pendingOn(asOf);
  }

  private Threads.Standing standing(@Nullable View same) {
    Threads threads = indexed.threads();
    return same != null && same.indexed.threads() == threads && same.pending.equals(pending)
        ? same.standing
        : threads.on(asOf, pending);
  }

  private ComparedParts parts(@Nullable View same) {
    Climate climate =
        same != null && same.weights == weights
            ? same.parts.climate()
            : ClimateFold.of(weights, asOf);
    List<Claim> claims =
        same != null && same.indexed.claims() == indexed.claims()
            ? same.parts.claims()
            : Limits.claims(
                indexed.claims().lastUpTo(asOf, Limits.MOST_CLAIMS, Limits.MOST_LISTED));
    List<Withdrawal> withdrawn =
        same != null && same.indexed.withdrawals() == indexed.withdrawals()
            ? same.parts.withdrawn()
            : indexed.withdrawals().last(Limits.MOST_LISTED);
    Map<Kind, CountedUpdate> latest = new EnumMap<>(Kind.class);
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    if (same != null) {
      latest.putAll(same.parts.latest());
      counts.putAll(same.parts.counts());
    }
    for (Kind kind : KINDS) {
      Timeline timeline = indexed.kinds().get(kind);
      if (same == null || same.indexed.kinds().get(kind) != timeline) {
        Optional<Current> last = timeline == null ? Optional.empty() : timeline.lastUpTo(asOf);
        if (timeline == null || last.isEmpty()) {
          latest.remove(kind);
          counts.remove(kind);
        } else {
          latest.put(kind, last.get().counted());
          counts.put(kind, timeline.sizeUpTo(asOf));
        }
      }
    }
    return new ComparedParts(
        headline(same, climate, latest.isEmpty()),
        climate,
        standing.inForce(),
        standing.ended(),
        claims,
        latest,
        counts,
        withdrawn);
  }

  /** Where neither the threads nor the climate has changed, the earlier one stands. */
  private String headline(@Nullable View same, Climate climate, boolean isEmpty) {
    if (isEmpty) {
      return Headline.ofNothing(relationship());
    }
    if (same != null
        && same.standing.equals(standing)
        && same.weights == weights
        && !same.parts.latest().isEmpty()) {
      return same.parts.headline();
    }
    return Headline.of(relationship(), asOf, standing, climate, weights);
  }

  public Relationship relationship() {
    return indexed.relationship();
  }

  /** The day that it describes (UTC). */
  public LocalDate asOf() {
    return asOf;
  }

  public int revision() {
    return revision;
  }

  /** What readers are told of when it changes. */
  public ComparedParts parts() {
    return parts;
  }

  /** The same in full, and in words. */
  public Summary summary() {
    List<CountedUpdate> recent =
        indexed.all().lastUpTo(asOf, Limits.MOST_LISTED).stream().map(Current::counted).toList();
    SummaryText words =
        new SummaryText(
            relationship(), asOf, standing, parts.claims(), recent, parts.climate(), weights);
    return new Summary(
        relationship(),
        relationship().parties().stream().map(NamedParty::of).toList(),
        asOf,
        knownAt,
        revision,
        parts.headline(),
        words.text(),
        parts.climate(),
        parts.inForce(),
        parts.ended(),
        parts.claims(),
        new TreeMap<>(parts.latest()),
        recent,
        new TreeMap<>(parts.counts()),
        parts.withdrawn(),
        indexed.all().first().filter(first -> first.isBy(asOf)).map(Current::occurred).orElse(null),
        recent.isEmpty() ? null : recent.get(0).occurred());
  }
}
