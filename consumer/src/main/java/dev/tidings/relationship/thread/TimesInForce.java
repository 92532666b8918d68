package dev.tidings.relationship.thread;

import dev.tidings.relationship.index.Period;
import dev.tidings.summary.ThreadState;
import dev.tidings.summary.TimeInForce;
import dev.tidings.update.ThreadId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When the gravest of what persists between two states was in force: {@code conflict}, {@code
 * blockade}, severed {@code ties}, {@code sanctions}, {@code alliance}, {@code pact} and {@code
 * agreement}.
 */
final class TimesInForce {

  /** The gravest first. */
  private static final List<String> FAMILIES =
      List.of("conflict", "blockade", "ties", "sanctions", "alliance", "pact", "agreement");

  private static final int MOST = 100;

  private static final Comparator<TimeInForce> EARLIEST_FIRST =
      Comparator.comparing(TimeInForce::from).thenComparing(TimeInForce::thread);

  private static final Comparator<TimeInForce> GRAVEST_FIRST =
      Comparator.<TimeInForce>comparingInt(time -> FAMILIES.indexOf(time.thread().family()))
          .thenComparing(EARLIEST_FIRST.reversed());

  /** So long as moves of a thread left it in one state; {@code end} is the first day after. */
  private record Stretch(LocalDate from, LocalDate end) {}

  private final LocalDate from;
  private final LocalDate to;
  private final List<TimeInForce> found = new ArrayList<>();

  /** Of these days. */
  TimesInForce(LocalDate from, LocalDate to) {
    this.from = from;
    this.to = to;
  }

  /** Adds those of a thread, as its moves by the last day tell. */
  void add(ThreadId thread, Moves moves) {
    if (FAMILIES.contains(thread.family())) {
      stretches(wanted(thread), moves.upTo(to)).stream()
          .filter(stretch -> stretch.end.isAfter(from))
          .map(stretch -> inForce(thread, stretch))
          .forEach(found::add);
    }
  }

  /** All of them, the earliest first; of more than {@value #MOST}, the gravest and latest. */
  List<TimeInForce> listed() {
    return found.stream().sorted(GRAVEST_FIRST).limit(MOST).sorted(EARLIEST_FIRST).toList();
  }

  /** That two states have diplomatic ties is nothing to tell; that they have none is. */
  private static ThreadState wanted(ThreadId thread) {
    return thread.family().equals("ties") ? ThreadState.ENDED : ThreadState.IN_FORCE;
  }

  private static List<Stretch> stretches(ThreadState wanted, List<Move> moves) {
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 0; i < moves.size(); i++) {
      Move move = moves.get(i);
      LocalDate next = i + 1 < moves.size() ? moves.get(i + 1).current().earliest() : Period.NO_END;
      LocalDate lapse = move.regime().lapse();
      if (move.regime().state() == wanted) {
        add(stretches, move.current().earliest(), lapse.isBefore(next) ? lapse : next);
      }
    }
    return stretches;
  }

  private static void add(List<Stretch> stretches, LocalDate from, LocalDate end) {
    if (!from.isBefore(end)) {
      return;
    }
    int last = stretches.size() - 1;
    if (last >= 0 && stretches.get(last).end.equals(from)) {
      stretches.set(last, new Stretch(stretches.get(last).from, end));
    } else {
      stretches.add(new Stretch(from, end));
    }
  }

  private TimeInForce inForce(ThreadId thread, Stretch stretch) {
    return new TimeInForce(
        thread, stretch.from, stretch.end.isAfter(to) ? null : stretch.end.minusDays(1));
  }
}
