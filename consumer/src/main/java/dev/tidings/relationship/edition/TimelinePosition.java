package dev.tidings.relationship.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * Where an update stands on the timeline: earliest day, latest day, when it was issued, uri.
 *
 * @param earliest the first day on which it can have happened
 * @param latest the last one
 */
public record TimelinePosition(LocalDate earliest, LocalDate latest, Instant issued, String uri)
    implements Comparable<TimelinePosition> {

  private static final Comparator<TimelinePosition> ORDER =
      Comparator.comparing(TimelinePosition::earliest)
          .thenComparing(TimelinePosition::latest)
          .thenComparing(TimelinePosition::issued)
          .thenComparing(TimelinePosition::uri);

  @Override
  public int compareTo(TimelinePosition other) {
    return ORDER.compare(this, other);
  }
}
