package dev.tidings.relationship.time;

import dev.tidings.relationship.edition.UpdatesByUri;
import dev.tidings.summary.StandingThread;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.UpdateJson;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What time alone will change next, as the record that will say so: the edition that it is about,
 * published once more at the instant at which it becomes true.
 *
 * <p>Such a record is a function of the updates, so that whoever writes it writes the same.
 */
public final class NextDue {

  /** One record moves the clock for all that is due at its instant: any, but always the same. */
  static final Comparator<RelationshipUpdate> EARLIEST_FIRST =
      Comparator.comparing(RelationshipUpdate::versionCreated)
          .thenComparing(RelationshipUpdate::uri)
          .thenComparing(RelationshipUpdate::version)
          .thenComparing(UpdateJson::contentHash);

  private NextDue() {}

  /**
   * The next thing: the end of an embargo that readers will notice, or the lapse of a thread.
   *
   * @param clock the log's own
   * @param inForce the threads that hold or are suspended
   */
  public static Optional<RelationshipUpdate> of(
      Embargoes embargoes, UpdatesByUri updates, Instant clock, List<StandingThread> inForce) {
    return Stream.concat(
            nextRelease(embargoes, updates, clock).stream(), nextLapse(inForce, updates).stream())
        .min(EARLIEST_FIRST);
  }

  private static Optional<RelationshipUpdate> nextRelease(
      Embargoes embargoes, UpdatesByUri updates, Instant now) {
    return embargoes
        .earliestFirst()
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

  private static Optional<RelationshipUpdate> nextLapse(
      List<StandingThread> inForce, UpdatesByUri updates) {
    return inForce.stream()
        .flatMap(thread -> nextLapse(thread, updates).stream())
        .min(EARLIEST_FIRST);
  }

  private static Optional<RelationshipUpdate> nextLapse(
      StandingThread thread, UpdatesByUri updates) {
    EdtfDate until = thread.until();
    return until == null || until.isOpen()
        ? Optional.empty()
        : Optional.of(
            updates
                .counting(Lapse.lastMover(thread))
                .republished(endOf(until.latest()), List.of()));
  }

  private static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
