package dev.tidings.relationship.thread;

import dev.tidings.relationship.edition.Current;
import dev.tidings.relationship.index.Period;
import dev.tidings.relationship.index.SortedTree;
import dev.tidings.relationship.index.StepCount;
import dev.tidings.summary.Limits;
import dev.tidings.summary.StandingThread;
import dev.tidings.summary.StandingThread.Superseded;
import dev.tidings.summary.ThreadState;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.ThreadId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * The history of one thread: its moves in the order of the timeline. Immutable.
 *
 * <p>How the thread stands on a day is looked up, not folded. What is put in or taken out changes
 * the moves behind it only as far as they come out otherwise, which most often is none.
 */
final class Moves {

  /** What a part has: a beginning, an opening, terms that were superseded. */
  private static final int BEGINS = 1;

  private static final int OPENS = 2;
  private static final int SUPERSEDES = 4;

  /**
   * The thread after a change.
   *
   * @param gone the moves that are no more, and the one before them, whose time may have changed
   * @param come the moves that are there now, and the one before them
   */
  record Changed(Moves after, List<Move> gone, List<Move> come) {}

  private final SortedTree<Move, Integer> moves;

  private Moves(SortedTree<Move, Integer> moves) {
    this.moves = moves;
  }

  static Moves none(StepCount steps) {
    return new Moves(SortedTree.empty(Shape.INSTANCE, steps));
  }

  boolean isEmpty() {
    return moves.isEmpty();
  }

  Changed plus(Current current) {
    Optional<Move> before = moves.last(move -> move.isBefore(current));
    Move added = Move.after(before.orElse(null), current);
    List<Move> gone = new ArrayList<>(before.stream().toList());
    List<Move> come = new ArrayList<>(gone);
    come.add(added);
    return settled(moves.plus(added), added, gone, come);
  }

  Changed minus(Current current) {
    Optional<Move> before = moves.last(move -> move.isBefore(current));
    Move removed = moves.last(move -> move.isUpTo(current)).orElseThrow();
    List<Move> gone = new ArrayList<>(before.stream().toList());
    List<Move> come = new ArrayList<>(gone);
    gone.add(removed);
    SortedTree<Move, Integer> left = moves.minus(removed);
    return before.isPresent()
        ? settled(left, before.get(), gone, come)
        : settledFromTheFirst(left, gone, come);
  }

  private static Changed settledFromTheFirst(
      SortedTree<Move, Integer> moves, List<Move> gone, List<Move> come) {
    Optional<Move> first = moves.firstBehind(move -> false);
    if (first.isEmpty()) {
      return new Changed(new Moves(moves), gone, come);
    }
    Move renewed = Move.after(null, first.get().current());
    if (renewed.equals(first.get())) {
      return new Changed(new Moves(moves), gone, come);
    }
    gone.add(first.get());
    come.add(renewed);
    return settled(moves.minus(first.get()).plus(renewed), renewed, gone, come);
  }

  /** Makes anew what follows a move, until one comes out as it was. */
  private static Changed settled(
      SortedTree<Move, Integer> moves, Move changed, List<Move> gone, List<Move> come) {
    SortedTree<Move, Integer> now = moves;
    Move last = changed;
    while (true) {
      Current at = last.current();
      Optional<Move> next = now.firstBehind(move -> move.isUpTo(at));
      Move renewed = next.isEmpty() ? last : Move.after(last, next.get().current());
      if (next.isEmpty() || renewed.equals(next.get())) {
        return new Changed(new Moves(now), gone, come);
      }
      now = now.minus(next.get()).plus(renewed);
      gone.add(next.get());
      come.add(renewed);
      last = renewed;
    }
  }

  /** The day from which another move says how the thread stands. */
  LocalDate endOf(Move move) {
    return moves
        .firstBehind(other -> other.isUpTo(move.current()))
        .map(next -> next.current().earliest())
        .orElse(Period.NO_END);
  }

  /** How the thread stands on a day; empty before anything is known of it. */
  Optional<StandingThread> standing(ThreadId id, LocalDate asOf) {
    return moves.last(move -> move.current().isBy(asOf)).map(last -> standing(id, asOf, last));
  }

  /** All moves by a day, the earliest first. */
  List<Move> upTo(LocalDate day) {
    List<Move> moved = last(day, marks -> true, move -> true, Integer.MAX_VALUE);
    Collections.reverse(moved);
    return moved;
  }

  private StandingThread standing(ThreadId id, LocalDate asOf, Move last) {
    Move first = lastMarked(asOf, BEGINS, Move::begins).orElseThrow();
    Regime regime = last.regime();
    ThreadState state = last.stateOn(asOf);
    EdtfDate changed = state == ThreadState.LAPSED ? regime.until() : last.current().occurred();
    return new StandingThread(
        id,
        state,
        since(asOf, first),
        Objects.requireNonNull(changed),
        regime.terms() == null ? null : regime.terms().text(),
        regime.until(),
        last.current().standing(),
        updates(asOf, first),
        superseded(asOf, first));
  }

  /** One that is first known suspended holds since it resumed. */
  private EdtfDate since(LocalDate asOf, Move first) {
    return lastMarked(asOf, OPENS, Move::opens)
        .filter(opening -> !opening.isBefore(first.current()))
        .orElse(first)
        .current()
        .occurred();
  }

  /** Since the thread began: the first, and the last 9. */
  private List<String> updates(LocalDate asOf, Move first) {
    List<Move> listed = lastOfEpisode(asOf, first, marks -> true, move -> true);
    if (!listed.get(listed.size() - 1).equals(first)) {
      listed.set(listed.size() - 1, first);
    }
    Collections.reverse(listed);
    return listed.stream().map(move -> move.current().uri()).toList();
  }

  private List<Superseded> superseded(LocalDate asOf, Move first) {
    return lastOfEpisode(
            asOf, first, marks -> (marks & SUPERSEDES) != 0, move -> move.superseded() != null)
        .stream()
        .map(move -> Objects.requireNonNull(move.superseded()))
        .map(terms -> new Superseded(terms.text(), terms.since(), terms.update()))
        .toList();
  }

  private List<Move> lastOfEpisode(
      LocalDate asOf, Move first, IntPredicate marked, Predicate<Move> wanted) {
    List<Move> last = last(asOf, marked, wanted, Limits.MOST_LISTED);
    last.removeIf(move -> move.isBefore(first.current()));
    return last;
  }

  private Optional<Move> lastMarked(LocalDate asOf, int mark, Predicate<Move> wanted) {
    return last(asOf, marks -> (marks & mark) != 0, wanted, 1).stream().findFirst();
  }

  private List<Move> last(LocalDate asOf, IntPredicate marked, Predicate<Move> wanted, int most) {
    return moves.last(
        new SortedTree.Search<>(move -> move.current().isBy(asOf), marked::test, wanted, most));
  }

  /** What a part amounts to: its marks. */
  private enum Shape implements SortedTree.Shape<Move, Integer> {
    INSTANCE;

    @Override
    public int compare(Move one, Move other) {
      return Current.TIMELINE.compare(one.current(), other.current());
    }

    @Override
    public String name(Move move) {
      return move.current().uri();
    }

    @Override
    public Integer of(Move move) {
      return (move.begins() ? BEGINS : 0)
          | (move.opens() ? OPENS : 0)
          | (move.superseded() == null ? 0 : SUPERSEDES);
    }

    @Override
    public Integer plus(Integer left, Integer right) {
      return left | right;
    }
  }
}
