package dev.tidings.relationship;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * Where an update stands on the timeline: earliest day, latest day, when it was issued, uri.
 *
 * @param earliest the first day on which it can have happened
 * @param latest the last one
 */
public record Place(LocalDate earliest, LocalDate latest, Instant issued, String uri)
    implements Comparable<Place> {

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::earliest)
          .thenComparing(Place::latest)
          .thenComparing(Place::issued)
          .thenComparing(Place::uri);

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
