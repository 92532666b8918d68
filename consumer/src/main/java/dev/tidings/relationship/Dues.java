package dev.tidings.relationship;

import dev.tidings.relationship.edition.UpdatesByUri;
import dev.tidings.summary.StandingThread;
import dev.tidings.summary.ThreadState;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.UpdateJson;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Function;

/**
 * What time alone will change next, as the record that will say so: the edition that it is about,
 * published once more at the instant at which it becomes true.
 *
 * <p>Such a record is a function of the updates, so that whoever writes it writes the same.
 */
final class Dues {

  /** One record moves the clock for all that is due at its instant: any, but always the same. */
  static final Comparator<RelationshipUpdate> EARLIEST_FIRST =
      Comparator.comparing(RelationshipUpdate::versionCreated)
          .thenComparing(RelationshipUpdate::uri)
          .thenComparing(RelationshipUpdate::version)
          .thenComparing(UpdateJson::contentHash);

  private Dues() {}

  /**
   * The next end of an embargo that readers will notice.
   *
   * @param embargoed uris by the instant from which readers may know of one of their editions
   * @param now the log's own clock
   */
  static Optional<RelationshipUpdate> nextRelease(
      NavigableMap<Instant, ? extends List<String>> embargoed, UpdatesByUri updates, Instant now) {
    return embargoed.entrySet().stream()
        .map(end -> release(end.getKey(), end.getValue(), updates, now))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<RelationshipUpdate> release(
      Instant end, List<String> uris, UpdatesByUri updates, Instant now) {
    return uris.stream()
        .distinct()
        .map(updates::get)
        .flatMap(versions -> versions.awaited(now, end).stream())
        .map(update -> update.republished(end, List.of()))
        .min(EARLIEST_FIRST);
  }

  /** The next lapse of a thread that holds or is suspended. */
  static Optional<RelationshipUpdate> nextLapse(
      List<StandingThread> inForce, Function<String, RelationshipUpdate> counting) {
    return inForce.stream()
        .flatMap(thread -> nextLapse(thread, counting).stream())
        .min(EARLIEST_FIRST);
  }

  private static Optional<RelationshipUpdate> nextLapse(
      StandingThread thread, Function<String, RelationshipUpdate> counting) {
    EdtfDate until = thread.until();
    return until == null || until.isOpen()
        ? Optional.empty()
        : Optional.of(
            counting.apply(lastMover(thread)).republished(endOf(until.latest()), List.of()));
  }

  /**
   * A thread that has lapsed, and not before a day: what withdraws later news of a thread may show
   * it lapsed as it was shown before.
   */
  static Optional<Lapse> lapse(
      StandingThread thread, LocalDate notBefore, Function<String, RelationshipUpdate> counting) {
    EdtfDate until = thread.until();
    return thread.state() != ThreadState.LAPSED
            || until == null
            || until.latest().isBefore(notBefore)
        ? Optional.empty()
        : Optional.of(new Lapse(thread, until, counting.apply(lastMover(thread))));
  }

  private static String lastMover(StandingThread thread) {
    return thread.updates().get(thread.updates().size() - 1);
  }

  private static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
