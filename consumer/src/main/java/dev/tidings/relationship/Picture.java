package dev.tidings.relationship;

import dev.tidings.party.Relationship;
import dev.tidings.relationship.claim.Claims;
import dev.tidings.relationship.climate.ClimateFold;
import dev.tidings.relationship.edition.Current;
import dev.tidings.relationship.edition.Resolution;
import dev.tidings.relationship.index.StepCount;
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
 * All that counts in one relationship as known at one instant, indexed by what a summary asks.
 * Immutable; what an earlier picture has too is shared with it.
 *
 * <p>The same updates give the same picture, in whatever order they were put in and taken out.
 */
final class Picture {

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

  Certain certain() {
    return certain;
  }

  Withdrawals withdrawals() {
    return withdrawals;
  }

  /** What is in force or suspended on a day, as far as a summary lists it. */
  List<StandingThread> inForce(LocalDate asOf) {
    return certain.threads().on(asOf, claims.pendingOn(asOf)).inForce();
  }

  /** How some threads stand, those that ended long ago too. */
  List<StandingThread> standing(LocalDate asOf, Set<ThreadId> threads) {
    return certain.threads().standing(asOf, threads, claims.pendingOn(asOf));
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
            ClimateFold.points(all, certain.weights(), claims, from, to, most),
            certain.threads().timesInForce(from, to, claims.pendingOn(to)));
  }
}
