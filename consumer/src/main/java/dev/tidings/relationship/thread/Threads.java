package dev.tidings.relationship.thread;

import dev.tidings.relationship.claim.PendingClaim;
import dev.tidings.relationship.edition.Current;
import dev.tidings.relationship.index.Period;
import dev.tidings.relationship.index.Periods;
import dev.tidings.relationship.index.StepCount;
import dev.tidings.summary.Limits;
import dev.tidings.summary.StandingThread;
import dev.tidings.summary.ThreadState;
import dev.tidings.summary.TimeInForce;
import dev.tidings.update.Contribution;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.ThreadId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * Every thread of a relationship, and of each how it stood from when to when: what is in force, and
 * what ended. The summary and the climate over the years ask it. Immutable.
 *
 * <p>It counts every claim by what became of it in the end. Threads that are moved by a claim of
 * which that was still to come on the day asked for are looked at singly.
 */
public final class Threads {

  /**
   * How the threads stand on a day.
   *
   * @param inForce what holds or is suspended: those that changed last, in the order of their names
   * @param more whether more than these are in force
   * @param ended the last that ended or lapsed, the latest first
   */
  public record Standing(List<StandingThread> inForce, boolean more, List<StandingThread> ended) {}

  private static final Comparator<StandingThread> LATEST_CHANGE_FIRST =
      Comparator.comparing((StandingThread thread) -> thread.changed().earliest())
          .thenComparing(thread -> thread.changed().latest())
          .reversed()
          .thenComparing(StandingThread::thread);

  /** That a thread is as one move left it, from a day to another. */
  private record Span(ThreadId thread, EdtfDate changed, LocalDate from, LocalDate to, String move)
      implements Period {

    static final Comparator<Span> EARLIEST_CHANGE_FIRST =
        Comparator.comparing((Span span) -> span.changed.earliest())
            .thenComparing(span -> span.changed.latest())
            .thenComparing(Span::thread, Comparator.reverseOrder())
            .thenComparing(Span::move);
  }

  private final StepCount steps;
  private final PSortedMap<ThreadId, Moves> threads;
  private final Periods<Span> holding;
  private final Periods<Span> over;

  private Threads(
      StepCount steps,
      PSortedMap<ThreadId, Moves> threads,
      Periods<Span> holding,
      Periods<Span> over) {
    this.steps = steps;
    this.threads = threads;
    this.holding = holding;
    this.over = over;
  }

  public static Threads empty(StepCount steps) {
    Periods<Span> none = Periods.none(Span.EARLIEST_CHANGE_FIRST, Span::move, steps);
    return new Threads(steps, TreePMap.empty(), none, none);
  }

  /** With what an update contributes to a thread, if it does. */
  public Threads plus(Current current) {
    return current.contribution().map(Contribution::id).map(id -> plus(id, current)).orElse(this);
  }

  public Threads minus(Current current) {
    return current.contribution().map(Contribution::id).map(id -> minus(id, current)).orElse(this);
  }

  private Threads plus(ThreadId id, Current current) {
    Moves before = moves(id);
    return changed(id, before, before.plus(current));
  }

  private Threads minus(ThreadId id, Current current) {
    Moves before = moves(id);
    return changed(id, before, before.minus(current));
  }

  private Moves moves(ThreadId id) {
    Moves moves = threads.get(id);
    return moves == null ? Moves.none(steps) : moves;
  }

  private Threads changed(ThreadId id, Moves before, Moves.Changed change) {
    Periods<Span> nowHolding = holding;
    Periods<Span> nowOver = over;
    for (Move move : change.gone()) {
      for (Span span : holding(id, move, before.endOf(move))) {
        nowHolding = nowHolding.minus(span);
      }
      for (Span span : over(id, move, before.endOf(move))) {
        nowOver = nowOver.minus(span);
      }
    }
    for (Move move : change.come()) {
      for (Span span : holding(id, move, change.after().endOf(move))) {
        nowHolding = nowHolding.plus(span);
      }
      for (Span span : over(id, move, change.after().endOf(move))) {
        nowOver = nowOver.plus(span);
      }
    }
    return new Threads(
        steps,
        change.after().isEmpty() ? threads.minus(id) : threads.plus(id, change.after()),
        nowHolding,
        nowOver);
  }

  /** When a move leaves the thread in force or suspended: until the next, or until it lapses. */
  private static List<Span> holding(ThreadId id, Move move, LocalDate end) {
    LocalDate from = move.current().earliest();
    if (move.regime().state() == ThreadState.ENDED) {
      return List.of();
    }
    LocalDate lapse = move.regime().lapse();
    return span(id, move.current().occurred(), from, lapse.isBefore(end) ? lapse : end, move);
  }

  /** When a move leaves the thread ended, or lapsed since its time has passed. */
  private static List<Span> over(ThreadId id, Move move, LocalDate end) {
    LocalDate from = move.current().earliest();
    if (move.regime().state() == ThreadState.ENDED) {
      return span(id, move.current().occurred(), from, end, move);
    }
    EdtfDate until = move.regime().until();
    LocalDate lapse = move.regime().lapse();
    return until == null
        ? List.of()
        : span(id, until, lapse.isAfter(from) ? lapse : from, end, move);
  }

  private static List<Span> span(
      ThreadId id, EdtfDate changed, LocalDate from, LocalDate to, Move move) {
    return from.isBefore(to)
        ? List.of(new Span(id, changed, from, to, move.current().uri()))
        : List.of();
  }

  /**
   * How the threads stand.
   *
   * @param pending the claims of which was still to come, on that day, what became of them
   */
  public Standing on(LocalDate asOf, List<PendingClaim> pending) {
    Map<ThreadId, Moves> retold = retold(pending);
    List<StandingThread> inForce = standing(holding, asOf, retold, Limits.MOST_IN_FORCE + 1);
    List<StandingThread> ended = standing(over, asOf, retold, Limits.MOST_LISTED);
    retold.forEach(
        (id, moves) ->
            moves
                .standing(id, asOf)
                .ifPresent(thread -> (isOver(thread) ? ended : inForce).add(thread)));
    ended.sort(LATEST_CHANGE_FIRST);
    inForce.sort(LATEST_CHANGE_FIRST);
    List<StandingThread> listed = Limits.inForce(inForce);
    return new Standing(
        listed.stream().sorted(Comparator.comparing(StandingThread::thread)).toList(),
        listed.size() < inForce.size(),
        Limits.ended(ended));
  }

  /**
   * How some threads stand, in the order of their names; those of which nothing is known do not.
   */
  public List<StandingThread> standing(
      LocalDate asOf, Set<ThreadId> ids, List<PendingClaim> pending) {
    Map<ThreadId, Moves> retold = retold(pending);
    return ids.stream()
        .sorted()
        .flatMap(id -> retold.getOrDefault(id, moves(id)).standing(id, asOf).stream())
        .toList();
  }

  /**
   * When threads were in force, as far as that reaches into these days.
   *
   * @param pending the claims of which was still to come, on the last day, what became of them
   */
  public List<TimeInForce> timesInForce(LocalDate from, LocalDate to, List<PendingClaim> pending) {
    Map<ThreadId, Moves> then = new TreeMap<>(threads);
    then.putAll(retold(pending));
    TimesInForce times = new TimesInForce(from, to);
    then.forEach(times::add);
    return times.listed();
  }

  private List<StandingThread> standing(
      Periods<Span> spans, LocalDate asOf, Map<ThreadId, Moves> retold, int most) {
    List<StandingThread> standing = new ArrayList<>();
    for (Span span : spans.on(asOf, s -> !retold.containsKey(s.thread()), most)) {
      moves(span.thread()).standing(span.thread(), asOf).ifPresent(standing::add);
    }
    return standing;
  }

  /** The threads that claims moved later, or moved for a time, as they were then. */
  private Map<ThreadId, Moves> retold(List<PendingClaim> pending) {
    Map<ThreadId, Moves> retold = new TreeMap<>();
    for (PendingClaim claim : pending) {
      claim
          .claim()
          .contribution()
          .map(Contribution::id)
          .ifPresent(id -> retold.put(id, then(claim, retold.getOrDefault(id, moves(id)))));
    }
    return retold;
  }

  private static Moves then(PendingClaim claim, Moves moves) {
    return claim.confirmedInTheEnd()
        ? moves.minus(claim.claim()).after()
        : moves.plus(claim.claim()).after();
  }

  private static boolean isOver(StandingThread thread) {
    return switch (thread.state()) {
      case IN_FORCE, SUSPENDED -> false;
      case ENDED, LAPSED -> true;
    };
  }
}
