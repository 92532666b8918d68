package dev.tidings.relationship.time;

import static java.util.stream.Collectors.toSet;

import dev.tidings.relationship.edition.UpdatesByUri;
import dev.tidings.relationship.view.IndexedUpdates;
import dev.tidings.relationship.view.View;
import dev.tidings.summary.StandingThread;
import dev.tidings.summary.ThreadState;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.ThreadId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A thread that held until its time had passed: the worker finds it between two views, and readers
 * are told of it.
 *
 * @param thread as it stands now
 * @param until until when it held
 * @param lastMovedBy the update that moved it last
 */
public record Lapse(StandingThread thread, EdtfDate until, RelationshipUpdate lastMovedBy) {

  /**
   * The threads that held in an earlier view and whose time has passed since.
   *
   * @param indexed what counts now
   * @param updates all that are there
   */
  public static List<Lapse> between(
      View before, View after, IndexedUpdates indexed, UpdatesByUri updates) {
    Set<ThreadId> gone =
        before.parts().inForce().stream().map(StandingThread::thread).collect(toSet());
    after.parts().inForce().forEach(thread -> gone.remove(thread.thread()));
    if (gone.isEmpty()) {
      return List.of();
    }
    // Of those that are over, a summary lists only the last.
    return indexed.standing(after.asOf(), gone).stream()
        .flatMap(thread -> of(thread, before.asOf(), updates).stream())
        .toList();
  }

  /**
   * A thread that has lapsed, and not before a day: what withdraws later news of a thread may show
   * it lapsed as it was shown before.
   */
  private static Optional<Lapse> of(
      StandingThread thread, LocalDate notBefore, UpdatesByUri updates) {
    EdtfDate until = thread.until();
    return thread.state() != ThreadState.LAPSED
            || until == null
            || until.latest().isBefore(notBefore)
        ? Optional.empty()
        : Optional.of(new Lapse(thread, until, updates.counting(lastMover(thread))));
  }

  /** The uri of the update that moved a thread last. */
  static String lastMover(StandingThread thread) {
    return thread.updates().get(thread.updates().size() - 1);
  }
}
