package dev.tidings.feed;

import dev.tidings.party.Relationship;
import dev.tidings.relationship.RelationshipState;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The heads of all relationships as they stand today; made anew only where something changed. For
 * any thread.
 */
public final class Heads {

  /** A head, and what it was made from. */
  private record Made(int revision, Instant clock, LocalDate day, @Nullable Head head) {}

  private final Archive archive;
  private final Clock clock;
  private final Map<Relationship, Made> made = new ConcurrentHashMap<>();

  /**
   * The heads over an archive.
   *
   * @param clock says what today is, and now
   */
  public Heads(Archive archive, Clock clock) {
    this.archive = archive;
    this.clock = clock;
  }

  /** The heads of the relationships of which anything is known, in the order of their keys. */
  public Stream<Head> all() {
    return of(relationship -> true);
  }

  /** The same of some relationships alone: none is made that nobody asks for. */
  public Stream<Head> of(Predicate<Relationship> wanted) {
    Instant now = clock.instant();
    return archive.relationships().stream()
        .filter(wanted)
        .map(relationship -> archive.ask(relationship, state -> head(state, now)))
        .flatMap(Optional::stream)
        .map(Made::head)
        .filter(Objects::nonNull);
  }

  private Made head(RelationshipState state, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    Made there = made.get(state.relationship());
    if (there != null
        && there.revision == state.revision()
        && there.clock.equals(state.clock())
        && there.day.equals(day)) {
      return there;
    }
    Head head = state.isKnown() ? Head.of(state.summary(day, now)) : null;
    Made anew = new Made(state.revision(), state.clock(), day, head);
    made.put(state.relationship(), anew);
    return anew;
  }
}
