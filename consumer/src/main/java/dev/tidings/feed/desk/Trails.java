package dev.tidings.feed.desk;

import dev.tidings.feed.Archive;
import dev.tidings.feed.Head;
import dev.tidings.party.Relationship;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The climate of the last ten years, small; drawn anew only where something changed. */
final class Trails {

  private static final int YEARS = 10;
  private static final int POINTS = 41;

  private record Drawn(int revision, LocalDate day, Trail trail) {}

  private final Archive archive;
  private final Clock clock;
  private final Map<Relationship, Drawn> drawn = new ConcurrentHashMap<>();

  Trails(Archive archive, Clock clock) {
    this.archive = archive;
    this.clock = clock;
  }

  Trail of(Head head) {
    Drawn there = drawn.get(head.relationship());
    if (there != null && there.revision == head.revision() && there.day.equals(head.asOf())) {
      return there.trail;
    }
    Instant now = clock.instant();
    LocalDate from = head.asOf().minusYears(YEARS);
    Trail trail =
        Trail.of(archive.climate(head.relationship(), from, head.asOf(), POINTS, now), from);
    drawn.put(head.relationship(), new Drawn(head.revision(), head.asOf(), trail));
    return trail;
  }
}
