package dev.tidings.relationship.view;

import dev.tidings.party.Relationship;
import dev.tidings.relationship.claim.Claims;
import dev.tidings.relationship.climate.ClimateFold;
import dev.tidings.relationship.climate.Weights;
import dev.tidings.relationship.edition.Current;
import dev.tidings.relationship.edition.Resolution;
import dev.tidings.relationship.index.StepCount;
import dev.tidings.relationship.thread.Threads;
import dev.tidings.relationship.timeline.Timeline;
import dev.tidings.summary.ClimateOverTheYears;
import dev.tidings.summary.StandingThread;
import dev.tidings.update.Kind;
import dev.tidings.update.ThreadId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * All updates that count in one relationship as known at one instant, indexed by what a summary
 * asks: the timeline, the claims, the threads and the climate. A {@link View} reads from it.
 * Immutable; what an earlier one has too is shared with it.
 *
 * <p>The same updates give the same indexes, in whatever order they were put in and taken out.
 */
public final class IndexedUpdates {

  private final Relationship relationship;
  private final StepCount steps;
  private final Timeline all;
  private final PMap<Kind, Timeline> kinds;
  private final Claims claims;
  private final ThreadsAndClimate counted;
  private final Withdrawals withdrawals;

  private IndexedUpdates(
      Relationship relationship,
      StepCount steps,
      Timeline all,
      PMap<Kind, Timeline> kinds,
      Claims claims,
      ThreadsAndClimate counted,
      Withdrawals withdrawals) {
    this.relationship = relationship;
    this.steps = steps;
    this.all = all;
    this.kinds = kinds;
    this.claims = claims;
    this.counted = counted;
    this.withdrawals = withdrawals;
  }

  public static IndexedUpdates empty(Relationship relationship, StepCount steps) {
    return new IndexedUpdates(
        relationship,
        steps,
        Timeline.empty(steps),
        TreePMap.empty(),
        Claims.empty(relationship, steps),
        ThreadsAndClimate.nothing(steps),
        Withdrawals.none(steps));
  }

  /** With one resolution of an update in the place of another. */
  public IndexedUpdates replace(Resolution before, Resolution after) {
    if (before.equals(after)) {
      return this;
    }
    IndexedUpdates without = this;
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

  private IndexedUpdates with(Current current) {
    Claims nowClaims = claims.plus(current);
    ThreadsAndClimate now = current.isClaimed() ? counted : counted.plus(current);
    return new IndexedUpdates(
        relationship,
        steps,
        all.plus(current),
        kinds.plus(current.mode().kind(), of(current.mode().kind()).plus(current)),
        nowClaims,
        decided(now, nowClaims, current),
        withdrawals);
  }

  private IndexedUpdates without(Current current) {
    Kind kind = current.mode().kind();
    Timeline left = of(kind).minus(current);
    Claims nowClaims = claims.minus(current);
    ThreadsAndClimate now = current.isClaimed() ? counted : counted.minus(current);
    return new IndexedUpdates(
        relationship,
        steps,
        all.minus(current),
        left.isEmpty() ? kinds.minus(kind) : kinds.plus(kind, left),
        nowClaims,
        decided(now, nowClaims, current),
        withdrawals);
  }

  private IndexedUpdates with(Withdrawals now) {
    return new IndexedUpdates(relationship, steps, all, kinds, claims, counted, now);
  }

  private Timeline of(Kind kind) {
    Timeline timeline = kinds.get(kind);
    return timeline == null ? Timeline.empty(steps) : timeline;
  }

  /** What counts, when an update is or answers a claim and so may change whether that does. */
  private ThreadsAndClimate decided(ThreadsAndClimate now, Claims nowClaims, Current by) {
    String uri = Claims.decidedBy(by);
    if (uri == null) {
      return now;
    }
    ThreadsAndClimate without = claims.confirmed(uri).map(now::minus).orElse(now);
    return nowClaims.confirmed(uri).map(without::plus).orElse(without);
  }

  Relationship relationship() {
    return relationship;
  }

  Timeline all() {
    return all;
  }

  /** The same by kinds; none of a kind that has no update. */
  PMap<Kind, Timeline> kinds() {
    return kinds;
  }

  Claims claims() {
    return claims;
  }

  Threads threads() {
    return counted.threads();
  }

  Weights weights() {
    return counted.weights();
  }

  Withdrawals withdrawals() {
    return withdrawals;
  }

  /** What is in force or suspended on a day, as far as a summary lists it. */
  public List<StandingThread> inForce(LocalDate asOf) {
    return threads().on(asOf, claims.pendingOn(asOf)).inForce();
  }

  /** How some threads stand, those that ended long ago too. */
  public List<StandingThread> standing(LocalDate asOf, Set<ThreadId> ids) {
    return threads().standing(asOf, ids, claims.pendingOn(asOf));
  }

  /**
   * The climate over the years, and what was in force; nothing where nothing counts, on whatever
   * day.
   *
   * @param most points
   */
  public ClimateOverTheYears climate(LocalDate from, LocalDate to, int most) {
    return all.isEmpty()
        ? ClimateOverTheYears.NOTHING
        : new ClimateOverTheYears(
            ClimateFold.points(all, weights(), claims, from, to, most),
            threads().timesInForce(from, to, claims.pendingOn(to)));
  }
}
