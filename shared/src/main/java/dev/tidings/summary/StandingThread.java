package dev.tidings.summary;

import dev.tidings.update.EdtfDate;
import dev.tidings.update.Standing;
import dev.tidings.update.ThreadId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that persists between two parties, as it stands.
 *
 * @param since when it began, or began again after an end
 * @param changed when its state or terms last changed
 * @param terms what holds
 * @param until until when it holds
 * @param standing of the update that last moved it
 * @param updates the updates that moved it since it began: the first, and the last 9
 * @param superseded the terms that held before, the latest first, at most 10
 */
public record StandingThread(
    ThreadId thread,
    ThreadState state,
    EdtfDate since,
    EdtfDate changed,
    @Nullable String terms,
    @Nullable EdtfDate until,
    Standing standing,
    List<String> updates,
    List<Superseded> superseded) {

  public StandingThread {
    updates = List.copyOf(updates);
    superseded = List.copyOf(superseded);
  }

  /** Terms that held from a date on, until others took their place. */
  public record Superseded(String terms, EdtfDate since, String update) {}
}
