package dev.tidings.relationship;

import dev.tidings.party.Relationship;
import dev.tidings.summary.Claim;
import dev.tidings.summary.Climate;
import dev.tidings.summary.ClimateOverTheYears;
import dev.tidings.summary.CountedUpdate;
import dev.tidings.summary.NamedParty;
import dev.tidings.summary.StandingThread;
import dev.tidings.summary.Summary;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.Kind;
import dev.tidings.update.ThreadId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * All that counts in one relationship as known at one instant, indexed by what a summary asks.
 * Immutable; what an earlier picture has too is shared with it.
 *
 * <p>The same updates give the same picture, in whatever order they were put in and taken out.
 */
final class Picture {

  /** How far back the updates are looked for that bear a temperature out. */
  private static final int MOST_LOOKED_AT = 50;

  private final Relationship relationship;
  private final StepCount steps;
  private final Timeline all;
  private final PMap<Kind, Timeline> kinds;
  private final Claims claims;

  private final Certain certain;
  private final Withdrawals withdrawals;

  private Picture(
      Relationship relationship,
      StepCount steps,
      Timeline all,
      PMap<Kind, Timeline> kinds,
      Claims claims,
      Certain certain,
      Withdrawals withdrawals) {
    this.relationship = relationship;
    this.steps = steps;
    this.all = all;
    this.kinds = kinds;
    this.claims = claims;
    this.certain = certain;
    this.withdrawals = withdrawals;
  }

  static Picture empty(Relationship relationship, StepCount steps) {
    return new Picture(
        relationship,
        steps,
        Timeline.empty(steps),
        TreePMap.empty(),
        Claims.empty(relationship, steps),
        Certain.nothing(steps),
        Withdrawals.none(steps));
  }

  /** The picture with one resolution of an update in the place of another. */
  Picture replace(Resolution before, Resolution after) {
    if (before.equals(after)) {
      return this;
    }
    Picture without = this;
    if (before instanceof Current counted) {
      without = without(counted);
    } else if (before instanceof Resolution.Withdrawn withdrawn) {
      without = with(withdrawals.minus(withdrawn.withdrawal()));
    }
    if (after instanceof Current counts) {
      return without.with(counts);
    }
    return after instanceof Resolution.Withdrawn withdrawn
        ? without.with(without.withdrawals.plus(withdrawn.withdrawal()))
        : without;
  }

  private Picture with(Current current) {
    Claims nowClaims = claims.plus(current);
    Certain counted = current.isClaimed() ? certain : certain.plus(current);
    return new Picture(
        relationship,
        steps,
        all.plus(current),
        kinds.plus(current.mode().kind(), of(current.mode().kind()).plus(current)),
        nowClaims,
        decided(counted, nowClaims, current),
        withdrawals);
  }

  private Picture without(Current current) {
    Kind kind = current.mode().kind();
    Timeline left = of(kind).minus(current);
    Claims nowClaims = claims.minus(current);
    Certain counted = current.isClaimed() ? certain : certain.minus(current);
    return new Picture(
        relationship,
        steps,
        all.minus(current),
        left.isEmpty() ? kinds.minus(kind) : kinds.plus(kind, left),
        nowClaims,
        decided(counted, nowClaims, current),
        withdrawals);
  }

  private Picture with(Withdrawals now) {
    return new Picture(relationship, steps, all, kinds, claims, certain, now);
  }

  private Timeline of(Kind kind) {
    Timeline timeline = kinds.get(kind);
    return timeline == null ? Timeline.empty(steps) : timeline;
  }

  /** What is certain, when an update is or answers a claim and so may change whether that is. */
  private Certain decided(Certain counted, Claims nowClaims, Current by) {
    String uri = Claims.decidedBy(by);
    if (uri == null) {
      return counted;
    }
    Certain without = claims.confirmed(uri).map(counted::minus).orElse(counted);
    return nowClaims.confirmed(uri).map(without::plus).orElse(without);
  }

  Summary summary(LocalDate asOf, Instant knownAt, int revision) {
    List<Undecided> undecided = claims.undecided(asOf);
    Ledger.Standing standing = certain.ledger().on(asOf, undecided);
    Weights weights = certain.weightsBefore(undecided);
    Climate climate = ClimateFold.of(weights, asOf);
    List<Claim> claimed =
        Limits.claims(claims.lastUpTo(asOf, Limits.MOST_CLAIMS, Limits.MOST_LISTED));
    List<CountedUpdate> recent =
        all.lastUpTo(asOf, Limits.MOST_LISTED).stream().map(Picture::counted).toList();
    List<Current> weighing = weights.lastUpTo(asOf, MOST_LOOKED_AT);
    Words words = new Words(relationship, asOf, climate, standing, claimed, recent, weighing);
    return new Summary(
        relationship,
        relationship.parties().stream().map(NamedParty::of).toList(),
        asOf,
        knownAt,
        revision,
        words.headline(),
        words.text(),
        climate,
        standing.inForce(),
        standing.ended(),
        claimed,
        latest(asOf),
        recent,
        counts(asOf),
        withdrawals.last(Limits.MOST_LISTED),
        firstOccurred(asOf),
        all.lastUpTo(asOf).map(last -> last.occurred()).orElse(null));
  }

  /** How some threads stand, those that ended long ago too. */
  List<StandingThread> standing(LocalDate asOf, Set<ThreadId> threads) {
    return certain.ledger().standing(asOf, threads, claims.undecided(asOf));
  }

  /**
   * The climate over the years, and what was in force; nothing where nothing counts, on whatever
   * day.
   *
   * @param most points
   */
  ClimateOverTheYears climate(LocalDate from, LocalDate to, int most) {
    return all.isEmpty()
        ? ClimateOverTheYears.NOTHING
        : new ClimateOverTheYears(
            new ClimateSteps(all, certain, claims).points(from, to, most),
            certain.ledger().timesInForce(from, to, claims.undecided(to)));
  }

  private SortedMap<Kind, CountedUpdate> latest(LocalDate asOf) {
    SortedMap<Kind, CountedUpdate> latest = new TreeMap<>();
    kinds.forEach(
        (kind, timeline) ->
            timeline.lastUpTo(asOf).ifPresent(last -> latest.put(kind, counted(last))));
    return latest;
  }

  private SortedMap<Kind, Integer> counts(LocalDate asOf) {
    SortedMap<Kind, Integer> counts = new TreeMap<>();
    kinds.forEach(
        (kind, timeline) -> {
          int updates = timeline.sizeUpTo(asOf);
          if (updates > 0) {
            counts.put(kind, updates);
          }
        });
    return counts;
  }

  private @Nullable EdtfDate firstOccurred(LocalDate asOf) {
    return all.first()
        .filter(first -> first.isBy(asOf))
        .map(first -> first.occurred())
        .orElse(null);
  }

  private static CountedUpdate counted(Current current) {
    return CountedUpdate.of(current.update(), current.corroboration(), current.contested());
  }
}
