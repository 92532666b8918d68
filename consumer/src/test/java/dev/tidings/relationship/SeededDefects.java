package dev.tidings.relationship;

import dev.tidings.summary.Claim;
import dev.tidings.summary.ClaimStatus;
import dev.tidings.summary.Climate;
import dev.tidings.summary.Summary;
import dev.tidings.summary.Trend;
import dev.tidings.update.Contribution;
import dev.tidings.update.PubStatus;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.Standing;
import dev.tidings.update.UpdateId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Folds that are wrong, each in one way that a fold is easily wrong. Each is our own fold, given
 * something else than what arrived.
 */
final class SeededDefects {

  /** Order, duplication and batching show in these. */
  static final Map<String, FoldUnderTest> OF_ORDER = new TreeMap<>();

  /** These give the same in any order, and it is wrong. */
  static final Map<String, FoldUnderTest> OF_RULES = new TreeMap<>();

  /** What is kept from one question to the next is wrong in these, once more has arrived. */
  static final Map<String, FoldUnderTest> OF_MEMORY = new TreeMap<>();

  static {
    OF_ORDER.put("no dedup", keeping(EachArrivalAnew::new));
    OF_ORDER.put("arrival order", keeping(LastArrivalWins::new));
    OF_ORDER.put("first arrival wins", keeping(FirstArrivalWins::new));
    OF_ORDER.put("kill leaves no trace", keeping(KillLeavesNoTrace::new));
    OF_ORDER.put("sources lost on merge", keeping(SourcesLostOnMerge::new));
    OF_ORDER.put("late updates ignored", keeping(LateIgnored::new));
    OF_ORDER.put("response before its claim lost", keeping(EarlyResponseLost::new));
    OF_ORDER.put("embargoed at arrival dropped", keeping(EmbargoedDropped::new));
    OF_ORDER.put("clock of the last arrival", ClockOfTheLastArrival::new);
    OF_ORDER.put("picture of an earlier moment", StalePicture::new);

    OF_RULES.put("kill forgotten", mapping(u -> u, u -> u.pubStatus() != PubStatus.CANCELED));
    OF_RULES.put("withheld is usable", mapping(SeededDefects::released, u -> true));
    OF_RULES.put(
        "embargo ignored", mapping(u -> u.toBuilder().embargoedUntil(null).build(), u -> true));
    OF_RULES.put(
        "claims count at once",
        mapping(
            u ->
                u.standing() == Standing.CLAIMED
                    ? u.toBuilder().standing(Standing.CONFIRMED).build()
                    : u,
            u -> true));
    OF_RULES.put(
        "responses ignored", mapping(u -> u.toBuilder().responds(null).build(), u -> true));
    OF_RULES.put(
        "reported means confirmed",
        mapping(
            u ->
                u.standing() == Standing.REPORTED
                    ? u.toBuilder().standing(Standing.CONFIRMED).build()
                    : u,
            u -> true));
    OF_RULES.put("knownAt ignored", () -> new Asked(365_000, 0));
    OF_RULES.put("asOf a day late", () -> new Asked(0, 1));
    OF_RULES.put("embargo ended by the asker's clock", ClockOfTheAsker::new);
    OF_RULES.put("undecided claims taken as decided", DecidedInAdvance::new);
    OF_RULES.put("undecided claims never decided", NeverDecided::new);

    OF_RULES.put(
        "sector ignored",
        mapping(u -> u.toBuilder().actorSector(null).counterpartSector(null).build(), u -> true));
    OF_RULES.put("evidence ignored", () -> new OtherClimate(SeededDefects::scored));
    OF_RULES.put("trend from silence", () -> new OtherClimate(SeededDefects::steady));

    OF_MEMORY.put("past kept when something arrives late", KeptPast::new);
    OF_MEMORY.put("thread kept when its middle arrives", KeptThreads::new);
    OF_MEMORY.put("answer kept for a question", KeptAnswers::new);
  }

  private SeededDefects() {}

  static FoldUnderTest ofOrder(String defect) {
    return Objects.requireNonNull(OF_ORDER.get(defect), defect);
  }

  static FoldUnderTest any(String defect) {
    return OF_RULES.containsKey(defect)
        ? Objects.requireNonNull(OF_RULES.get(defect))
        : ofOrder(defect);
  }

  static FoldUnderTest ofMemory(String defect) {
    return Objects.requireNonNull(OF_MEMORY.get(defect), defect);
  }

  static Set<String> all() {
    Set<String> all = new TreeSet<>(OF_ORDER.keySet());
    all.addAll(OF_RULES.keySet());
    return all;
  }

  /** What is left of the updates that have arrived, in a fold that keeps too little or too much. */
  private interface Kept {
    void add(RelationshipUpdate update);

    List<RelationshipUpdate> kept();
  }

  private static FoldUnderTest keeping(Supplier<Kept> kept) {
    return () -> new OfKept(kept.get());
  }

  private static FoldUnderTest mapping(
      UnaryOperator<RelationshipUpdate> change, Predicate<RelationshipUpdate> isKept) {
    return keeping(
        () ->
            new OfList() {
              @Override
              public void add(RelationshipUpdate update) {
                if (isKept.test(update)) {
                  kept.add(change.apply(update));
                }
              }
            });
  }

  /** What an edition says, whenever and by whomever it is published. */
  private static RelationshipUpdate contentOf(RelationshipUpdate update) {
    return update.republished(Instant.EPOCH, List.of());
  }

  private static RelationshipUpdate released(RelationshipUpdate update) {
    return update.pubStatus() == PubStatus.WITHHELD
        ? update.toBuilder().pubStatus(PubStatus.USABLE).build()
        : update;
  }

  private record OfKept(Kept kept) implements FoldUnderTest.Folding {
    @Override
    public void add(RelationshipUpdate update) {
      kept.add(update);
    }

    @Override
    public boolean isKnown() {
      return Histories.state(kept.kept()).isKnown();
    }

    @Override
    public Summary summary() {
      return Histories.state(kept.kept()).summary();
    }

    @Override
    public Summary summary(LocalDate asOf, Instant knownAt) {
      return Histories.state(kept.kept()).summary(asOf, knownAt);
    }
  }

  private abstract static class OfList implements Kept {
    final List<RelationshipUpdate> kept = new ArrayList<>();

    @Override
    public List<RelationshipUpdate> kept() {
      return kept;
    }
  }

  private static final class EachArrivalAnew extends OfList {
    private final Map<UpdateId, Integer> arrivals = new HashMap<>();

    @Override
    public void add(RelationshipUpdate update) {
      int arrival = arrivals.merge(update.id(), 1, Integer::sum);
      String uri = update.uri() + (arrival == 1 ? "" : "?" + arrival);
      kept.add(update.toBuilder().id(new UpdateId(uri, update.version())).build());
    }
  }

  private static final class LastArrivalWins implements Kept {
    private final Map<String, RelationshipUpdate> last = new LinkedHashMap<>();

    @Override
    public void add(RelationshipUpdate update) {
      last.put(update.uri(), update);
    }

    @Override
    public List<RelationshipUpdate> kept() {
      return List.copyOf(last.values());
    }
  }

  /** Of one version, the content that came first. */
  private static final class FirstArrivalWins extends OfList {
    private final Map<UpdateId, RelationshipUpdate> first = new HashMap<>();

    @Override
    public void add(RelationshipUpdate update) {
      RelationshipUpdate there = first.putIfAbsent(update.id(), update);
      if (there == null || contentOf(there).equals(contentOf(update))) {
        kept.add(update);
      }
    }
  }

  /** A kill takes away what is there, and stops nothing that comes later. */
  private static final class KillLeavesNoTrace extends OfList {
    @Override
    public void add(RelationshipUpdate update) {
      if (update.pubStatus() == PubStatus.CANCELED) {
        kept.removeIf(u -> u.uri().equals(update.uri()) && u.version() < update.version());
      } else {
        kept.add(update);
      }
    }
  }

  private static final class SourcesLostOnMerge extends OfList {
    private final Set<RelationshipUpdate> contents = new HashSet<>();

    @Override
    public void add(RelationshipUpdate update) {
      boolean isNew = contents.add(contentOf(update));
      kept.add(isNew ? update : update.republished(update.versionCreated(), List.of()));
    }
  }

  private static final class LateIgnored extends OfList {
    @Override
    public void add(RelationshipUpdate update) {
      boolean late =
          kept.stream().anyMatch(there -> there.versionCreated().isAfter(update.versionCreated()));
      if (!late) {
        kept.add(update);
      }
    }
  }

  private static final class EarlyResponseLost extends OfList {
    @Override
    public void add(RelationshipUpdate update) {
      var responds = update.responds();
      if (responds == null || kept.stream().anyMatch(u -> u.uri().equals(responds.uri()))) {
        kept.add(update);
      } else {
        kept.add(update.toBuilder().responds(null).build());
      }
    }
  }

  private static final class EmbargoedDropped extends OfList {
    @Override
    public void add(RelationshipUpdate update) {
      Instant now =
          kept.stream()
              .map(RelationshipUpdate::versionCreated)
              .max(Comparator.naturalOrder())
              .orElse(Instant.MAX);
      if (!update.visibleFrom().isAfter(now)) {
        kept.add(update);
      }
    }
  }

  /** Our fold, but its picture is that of the instant at which the last arrival was issued. */
  private static final class ClockOfTheLastArrival extends OfOurs {
    private Instant last = Instant.EPOCH;

    @Override
    public void add(RelationshipUpdate update) {
      super.add(update);
      last = update.versionCreated();
    }

    @Override
    public Summary summary() {
      return state.summary(state.summary().asOf(), last);
    }
  }

  /**
   * Our fold, but the picture is drawn anew only when something is issued later than all before.
   */
  private static final class StalePicture extends OfOurs {
    private Instant latest = Instant.MIN;
    private final List<RelationshipUpdate> drawn = new ArrayList<>();
    private final List<RelationshipUpdate> waiting = new ArrayList<>();

    @Override
    public void add(RelationshipUpdate update) {
      super.add(update);
      waiting.add(update);
      if (update.versionCreated().isAfter(latest)) {
        latest = update.versionCreated();
        drawn.addAll(waiting);
        waiting.clear();
      }
    }

    @Override
    public boolean isKnown() {
      return Histories.state(drawn).isKnown();
    }

    @Override
    public Summary summary() {
      return Histories.state(drawn).summary();
    }
  }

  /** Our fold, asked of another instant and another day. */
  private static final class Asked extends OfOurs {
    private final int knownDaysLater;
    private final int daysEarlier;

    Asked(int knownDaysLater, int daysEarlier) {
      this.knownDaysLater = knownDaysLater;
      this.daysEarlier = daysEarlier;
    }

    @Override
    public Summary summary(LocalDate asOf, Instant knownAt) {
      Instant later = knownAt.plus(Duration.ofDays(knownDaysLater));
      return asked(super.summary(asOf.minusDays(daysEarlier), later), asOf, knownAt);
    }

    private static Summary asked(Summary s, LocalDate asOf, Instant knownAt) {
      return new Summary(
          s.relationship(),
          s.parties(),
          asOf,
          knownAt,
          s.revision(),
          s.headline(),
          s.text(),
          s.climate(),
          s.inForce(),
          s.ended(),
          s.claims(),
          s.latest(),
          s.recent(),
          s.counts(),
          s.withdrawn(),
          s.firstOccurred(),
          s.lastOccurred());
    }
  }

  /** An embargo that is over for who asks is over, though the log has not reached its end. */
  private static final class ClockOfTheAsker extends OfOurs {
    @Override
    public Summary summary(LocalDate asOf, Instant knownAt) {
      RelationshipState released = new RelationshipState(Histories.IRAN_AND_PAKISTAN);
      for (RelationshipUpdate update : arrived) {
        boolean over = !update.visibleFrom().isAfter(knownAt);
        released.add(over ? update.toBuilder().embargoedUntil(null).build() : update);
      }
      return released.summary(asOf, knownAt);
    }
  }

  /** What becomes of a claim in the end moves its thread on the day of the claim. */
  private static final class DecidedInAdvance extends OfOurs {
    @Override
    public Summary summary(LocalDate asOf, Instant knownAt) {
      Set<String> confirmed =
          super.summary(LocalDate.of(9999, 12, 31), knownAt).claims().stream()
              .filter(claim -> claim.status() == ClaimStatus.CONFIRMED)
              .map(Claim::uri)
              .collect(Collectors.toSet());
      RelationshipState decided = new RelationshipState(Histories.IRAN_AND_PAKISTAN);
      for (RelationshipUpdate update : arrived) {
        boolean now = confirmed.contains(update.uri()) && update.standing() == Standing.CLAIMED;
        decided.add(now ? update.toBuilder().standing(Standing.CONFIRMED).build() : update);
      }
      return withCertain(super.summary(asOf, knownAt), decided.summary(asOf, knownAt));
    }
  }

  /** The climate and the threads know of no claim that is confirmed only later. */
  private static final class NeverDecided extends OfOurs {
    @Override
    public Summary summary(LocalDate asOf, Instant knownAt) {
      RelationshipState unanswered = new RelationshipState(Histories.IRAN_AND_PAKISTAN);
      for (RelationshipUpdate update : arrived) {
        unanswered.add(update.toBuilder().responds(null).build());
      }
      return withCertain(super.summary(asOf, knownAt), unanswered.summary(asOf, knownAt));
    }
  }

  /** The past, once asked for, stays as it was then. */
  private static final class KeptPast extends OfOurs {
    private RelationshipState past = new RelationshipState(Histories.IRAN_AND_PAKISTAN);
    private Instant pastUntil = Instant.MIN;

    @Override
    public Summary summary(LocalDate asOf, Instant knownAt) {
      if (knownAt.isAfter(pastUntil)) {
        past = Histories.state(arrived);
        pastUntil = knownAt;
      }
      return past.summary(asOf, knownAt);
    }
  }

  /** A thread is not told anew when something arrives of which later moves are there. */
  private static final class KeptThreads extends OfOurs {
    @Override
    public void add(RelationshipUpdate update) {
      boolean inTheMiddle = arrived.stream().anyMatch(there -> isLaterMove(there, update));
      super.add(inTheMiddle ? update.toBuilder().thread(null).build() : update);
    }

    private static boolean isLaterMove(RelationshipUpdate there, RelationshipUpdate update) {
      Contribution one = there.thread();
      Contribution other = update.thread();
      return one != null
          && other != null
          && one.id().equals(other.id())
          && there.occurred().earliest().isAfter(update.occurred().earliest());
    }
  }

  /** What was answered for a day is answered again, whatever has arrived since. */
  private static final class KeptAnswers extends OfOurs {
    private final Map<LocalDate, Summary> kept = new HashMap<>();

    @Override
    public Summary summary(LocalDate asOf, Instant knownAt) {
      return kept.computeIfAbsent(asOf, day -> super.summary(day, knownAt));
    }
  }

  /** Our fold, with another climate. */
  private static final class OtherClimate extends OfOurs {
    private final UnaryOperator<Climate> other;

    OtherClimate(UnaryOperator<Climate> other) {
      this.other = other;
    }

    @Override
    public Summary summary() {
      return with(super.summary());
    }

    @Override
    public Summary summary(LocalDate asOf, Instant knownAt) {
      return with(super.summary(asOf, knownAt));
    }

    private Summary with(Summary s) {
      return with(s, other.apply(s.climate()));
    }

    private static Summary with(Summary s, Climate climate) {
      return new Summary(
          s.relationship(),
          s.parties(),
          s.asOf(),
          s.knownAt(),
          s.revision(),
          s.headline(),
          s.text(),
          climate,
          s.inForce(),
          s.ended(),
          s.claims(),
          s.latest(),
          s.recent(),
          s.counts(),
          s.withdrawn(),
          s.firstOccurred(),
          s.lastOccurred());
    }
  }

  /** However little it rests on, there is a score. */
  private static Climate scored(Climate c) {
    BigDecimal score = c.isQuiet() ? new BigDecimal("0.00") : c.score();
    return new Climate(
        score, c.temperature(), c.trend(), c.change(), c.evidence(), c.updates(), null);
  }

  /** A past without a score counts as one of 0. */
  private static Climate steady(Climate c) {
    return c.isQuiet() || c.trend() != null
        ? c
        : new Climate(
            c.score(),
            c.temperature(),
            Trend.STEADY,
            c.score(),
            c.evidence(),
            c.updates(),
            c.quietSince());
  }

  /** A summary with the threads and the climate of another. */
  private static Summary withCertain(Summary s, Summary other) {
    return new Summary(
        s.relationship(),
        s.parties(),
        s.asOf(),
        s.knownAt(),
        s.revision(),
        s.headline(),
        s.text(),
        other.climate(),
        other.inForce(),
        other.ended(),
        s.claims(),
        s.latest(),
        s.recent(),
        s.counts(),
        s.withdrawn(),
        s.firstOccurred(),
        s.lastOccurred());
  }

  private abstract static class OfOurs implements FoldUnderTest.Folding {
    final RelationshipState state = new RelationshipState(Histories.IRAN_AND_PAKISTAN);
    final List<RelationshipUpdate> arrived = new ArrayList<>();

    @Override
    public void add(RelationshipUpdate update) {
      arrived.add(update);
      state.add(update);
    }

    @Override
    public boolean isKnown() {
      return state.isKnown();
    }

    @Override
    public Summary summary() {
      return state.summary();
    }

    @Override
    public Summary summary(LocalDate asOf, Instant knownAt) {
      return state.summary(asOf, knownAt);
    }
  }
}
