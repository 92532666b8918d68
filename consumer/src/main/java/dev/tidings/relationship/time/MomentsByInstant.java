package dev.tidings.relationship.time;

import dev.tidings.relationship.edition.UpdateVersions;
import dev.tidings.relationship.edition.UpdatesByUri;
import dev.tidings.relationship.index.StepCount;
import dev.tidings.relationship.view.IndexedUpdates;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was known of a relationship at each instant, found from what was known shortly before it:
 * for {@link PastMoments}.
 *
 * <p>From each instant at which readers may know of another publication of an update, that update
 * may amount to something else. These events stand in the order of their instants; what was known
 * after every 64th of those that were asked for is kept, so that an answer starts from the last one
 * before its instant. A publication that arrives late drops what is kept from its instant on.
 */
final class MomentsByInstant {

  private static final int EVENTS_BETWEEN_KEPT = 64;

  /**
   * From this instant on readers may know of another publication of an update.
   *
   * @param update any earlier state of it, which names it; null only to search: such an event comes
   *     before all others of its instant
   */
  record Event(Instant at, @Nullable UpdateVersions update) implements Comparable<Event> {

    private static final Comparator<Event> ORDER =
        Comparator.comparing(Event::at)
            .thenComparing(Event::update, Comparator.nullsFirst(UpdateVersions.BY_KEY));

    @Override
    public int compareTo(Event other) {
      return ORDER.compare(this, other);
    }
  }

  private UpdatesByUri updates;
  private final Moment nothing;
  private final StepCount steps;
  private final NavigableSet<Event> events = new TreeSet<>();
  private final TreeMap<Event, Moment> kept = new TreeMap<>();

  /**
   * Of all that has arrived.
   *
   * @param updates which do not change: {@link #grow} hands over those that there are then
   */
  MomentsByInstant(UpdatesByUri updates, IndexedUpdates empty, StepCount steps) {
    this.updates = updates;
    this.nothing = new Moment(empty, 0);
    this.steps = steps;
    for (UpdateVersions update : updates.all()) {
      update.visibleFrom().forEach(instant -> events.add(new Event(instant, update)));
    }
  }

  /** More was added. */
  void grow(UpdatesByUri nowThere, Iterable<Event> added) {
    updates = nowThere;
    for (Event event : added) {
      events.add(event);
      kept.tailMap(event, true).clear();
    }
  }

  /** What was known at an instant that is not after the log's own clock. */
  Moment at(Instant instant) {
    Event end = new Event(instant.plusNanos(1), null);
    Map.Entry<Event, Moment> nearest = kept.lowerEntry(end);
    Moment moment = nearest == null ? nothing : nearest.getValue();
    int applied = 0;
    for (Event event :
        nearest == null
            ? events.headSet(end, false)
            : events.subSet(nearest.getKey(), false, end, false)) {
      moment = after(moment, event);
      applied++;
      if (applied % EVENTS_BETWEEN_KEPT == 0) {
        kept.put(event, moment);
      }
    }
    return moment;
  }

  private Moment after(Moment moment, Event event) {
    steps.one();
    UpdateVersions versions = updates.get(Objects.requireNonNull(event.update()));
    return moment.with(versions, event.at().minusNanos(1), versions, event.at());
  }
}
