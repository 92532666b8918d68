package dev.tidings.relationship.claim;

import dev.tidings.party.Party;
import dev.tidings.party.Relationship;
import dev.tidings.relationship.edition.Current;
import dev.tidings.relationship.index.Period;
import dev.tidings.update.Position;
import dev.tidings.update.Response;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** The first day on which each of the two parties took each position on a claim. Immutable. */
final class Positions {

  private final Relationship relationship;
  private final Map<Position, LocalDate> ofFirst;
  private final Map<Position, LocalDate> ofSecond;

  private Positions(
      Relationship relationship,
      Map<Position, LocalDate> ofFirst,
      Map<Position, LocalDate> ofSecond) {
    this.relationship = relationship;
    this.ofFirst = ofFirst;
    this.ofSecond = ofSecond;
  }

  /** Nobody took any. */
  static Positions none(Relationship relationship) {
    return new Positions(relationship, Map.of(), Map.of());
  }

  static Positions of(Current answer) {
    Relationship relationship = answer.relationship();
    Response response = Objects.requireNonNull(answer.responds());
    Map<Position, LocalDate> taken = Map.of(response.position(), answer.earliest());
    return answer.actor().equals(relationship.first())
        ? new Positions(relationship, taken, Map.of())
        : new Positions(relationship, Map.of(), taken);
  }

  Positions plus(Positions other) {
    return new Positions(
        relationship, earliest(ofFirst, other.ofFirst), earliest(ofSecond, other.ofSecond));
  }

  /** The first day on which one of these parties took this position; no end for never. */
  LocalDate first(Position position, Predicate<Party> who) {
    LocalDate first = taken(ofFirst, position, who.test(relationship.first()));
    LocalDate second = taken(ofSecond, position, who.test(relationship.second()));
    return first.isBefore(second) ? first : second;
  }

  private static LocalDate taken(Map<Position, LocalDate> days, Position position, boolean counts) {
    return counts ? days.getOrDefault(position, Period.NO_END) : Period.NO_END;
  }

  private static Map<Position, LocalDate> earliest(
      Map<Position, LocalDate> some, Map<Position, LocalDate> others) {
    if (some.isEmpty() || others.isEmpty()) {
      return some.isEmpty() ? others : some;
    }
    Map<Position, LocalDate> earliest = new EnumMap<>(some);
    others.forEach(
        (position, day) ->
            earliest.merge(position, day, (one, two) -> one.isBefore(two) ? one : two));
    return earliest;
  }
}
