package dev.tidings.relationship;

import dev.tidings.summary.StandingThread;
import dev.tidings.update.ThreadId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is in force: each thread as its contributions, taken in order, leave it. */
final class Ledger {

  static final Comparator<StandingThread> LATEST_CHANGE_FIRST =
      Comparator.comparing((StandingThread thread) -> thread.changed().earliest())
          .thenComparing(thread -> thread.changed().latest())
          .reversed()
          .thenComparing(StandingThread::thread);

  private Ledger() {}

  /**
   * Every thread that was moved by this day, in the order of their names.
   *
   * @param threads what moves each of them, claims left out
   * @param confirmed the claims that are confirmed on this day
   */
  static List<StandingThread> upTo(
      LocalDate asOf, Map<ThreadId, Timeline> threads, List<Current> confirmed) {
    Map<ThreadId, List<Current>> contributions = new TreeMap<>();
    threads.forEach(
        (id, timeline) -> {
          List<Current> moved = timeline.allUpTo(asOf);
          if (!moved.isEmpty()) {
            contributions.put(id, moved);
          }
        });
    for (Current claim : confirmed) {
      claim
          .contribution()
          .ifPresent(
              c -> contributions.computeIfAbsent(c.id(), id -> new ArrayList<>()).add(claim));
    }
    List<StandingThread> standing = new ArrayList<>();
    contributions.forEach(
        (id, moved) -> {
          moved.sort(Current.TIMELINE);
          standing.add(ThreadFold.of(id, moved, asOf));
        });
    return standing;
  }
}
