package dev.tidings.relationship;

import dev.tidings.party.Relationship;
import dev.tidings.summary.Claim;
import dev.tidings.summary.ClaimStatus;
import dev.tidings.summary.Climate;
import dev.tidings.summary.CountedUpdate;
import dev.tidings.summary.NamedParty;
import dev.tidings.summary.StandingThread;
import dev.tidings.summary.Summary;
import dev.tidings.summary.ThreadState;
import dev.tidings.summary.Withdrawal;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.Kind;
import dev.tidings.update.ThreadId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that counts in one relationship as known at one instant, indexed by what a summary asks.
 *
 * <p>The same updates give the same picture, in whatever order they were put in and taken out.
 */
final class Picture {

  private static final int MOST_LISTED = 10;
  private static final Comparator<Withdrawal> BY_TIME =
      Comparator.comparing(Withdrawal::versionCreated).thenComparing(Withdrawal::uri);

  private Timeline all = Timeline.EMPTY;
  private Timeline claims = Timeline.EMPTY;
  private final Map<Kind, Timeline> kinds = new EnumMap<>(Kind.class);
  private final Map<ThreadId, Timeline> threads = new TreeMap<>();
  private final Map<String, Timeline> responses = new HashMap<>();
  private final NavigableSet<Withdrawal> withdrawals = new TreeSet<>(BY_TIME);

  /** Puts one resolution of an update in the place of another. */
  void replace(Resolution before, Resolution after) {
    if (before instanceof Resolution.Counts counted) {
      takeOut(counted.current());
    } else if (before instanceof Resolution.Withdrawn withdrawn) {
      withdrawals.remove(withdrawn.withdrawal());
    }
    if (after instanceof Resolution.Counts counts) {
      putIn(counts.current());
    } else if (after instanceof Resolution.Withdrawn withdrawn) {
      withdrawals.add(withdrawn.withdrawal());
    }
  }

  private void putIn(Current current) {
    all = all.plus(current);
    kinds.merge(current.update().kind(), Timeline.EMPTY.plus(current), (t, one) -> t.plus(current));
    if (current.isOrWasClaimed()) {
      claims = claims.plus(current);
    }
    if (!current.isClaimed()) {
      current
          .contribution()
          .ifPresent(
              c ->
                  threads.merge(c.id(), Timeline.EMPTY.plus(current), (t, one) -> t.plus(current)));
      if (current.update().responds() != null) {
        responses.merge(
            current.update().responds().uri(),
            Timeline.EMPTY.plus(current),
            (t, one) -> t.plus(current));
      }
    }
  }

  private void takeOut(Current current) {
    all = all.minus(current);
    take(kinds, current.update().kind(), current);
    if (current.isOrWasClaimed()) {
      claims = claims.minus(current);
    }
    if (!current.isClaimed()) {
      current.contribution().ifPresent(c -> take(threads, c.id(), current));
      if (current.update().responds() != null) {
        take(responses, current.update().responds().uri(), current);
      }
    }
  }

  private static <K> void take(Map<K, Timeline> from, K key, Current current) {
    from.computeIfPresent(
        key,
        (same, timeline) -> {
          Timeline left = timeline.minus(current);
          return left.isEmpty() ? null : left;
        });
  }

  Summary summary(Relationship relationship, LocalDate asOf, Instant knownAt, int revision) {
    List<Claim> claimed = Claims.upTo(asOf, claims, responses);
    List<Current> confirmed = confirmed(asOf, claimed);
    List<StandingThread> standing = Ledger.upTo(asOf, threads, confirmed);
    List<StandingThread> inForce = standing.stream().filter(t -> !isOver(t.state())).toList();
    List<StandingThread> ended =
        standing.stream()
            .filter(t -> isOver(t.state()))
            .sorted(Ledger.LATEST_CHANGE_FIRST)
            .limit(MOST_LISTED)
            .toList();
    Climate climate = ClimateFold.of(all, confirmed, confirmed(ClimateFold.yearBefore(asOf)), asOf);
    List<CountedUpdate> recent =
        all.lastUpTo(asOf, MOST_LISTED).stream().map(Picture::counted).toList();
    Words words = new Words(relationship, asOf, climate, inForce, ended, claimed, recent);
    TreeMap<Kind, CountedUpdate> latest = new TreeMap<>();
    TreeMap<Kind, Integer> counts = new TreeMap<>();
    kinds.forEach(
        (kind, timeline) ->
            timeline
                .lastUpTo(asOf)
                .ifPresent(
                    last -> {
                      latest.put(kind, counted(last));
                      counts.put(kind, timeline.upTo(asOf).updates());
                    }));
    return new Summary(
        relationship,
        relationship.parties().stream().map(NamedParty::of).toList(),
        asOf,
        knownAt,
        revision,
        words.headline(),
        words.text(),
        climate,
        inForce,
        ended,
        claimed,
        latest,
        recent,
        counts,
        withdrawals.descendingSet().stream().limit(MOST_LISTED).toList(),
        firstOccurred(asOf),
        all.lastUpTo(asOf).map(last -> last.update().occurred()).orElse(null));
  }

  /** How every thread stands, those that ended long ago too. */
  List<StandingThread> standing(LocalDate asOf) {
    return Ledger.upTo(asOf, threads, confirmed(asOf));
  }

  private List<Current> confirmed(LocalDate asOf) {
    return confirmed(asOf, Claims.upTo(asOf, claims, responses));
  }

  /** Claims that count because they are confirmed; those that the desk confirmed count anyway. */
  private List<Current> confirmed(LocalDate asOf, List<Claim> claimed) {
    Set<String> uris = new HashSet<>();
    claimed.stream()
        .filter(claim -> claim.status() == ClaimStatus.CONFIRMED)
        .forEach(claim -> uris.add(claim.uri()));
    return uris.isEmpty()
        ? List.of()
        : claims.allUpTo(asOf).stream()
            .filter(claim -> claim.isClaimed() && uris.contains(claim.uri()))
            .toList();
  }

  private @Nullable EdtfDate firstOccurred(LocalDate asOf) {
    return all.first()
        .filter(first -> !first.earliest().isAfter(asOf))
        .map(first -> first.update().occurred())
        .orElse(null);
  }

  private static boolean isOver(ThreadState state) {
    return switch (state) {
      case IN_FORCE, SUSPENDED -> false;
      case ENDED, LAPSED -> true;
    };
  }

  private static CountedUpdate counted(Current current) {
    return CountedUpdate.of(current.update(), current.corroboration(), current.contested());
  }
}
