package dev.tidings.gateway;

import dev.tidings.party.Relationship;
import java.util.ArrayList;
import java.util.List;

/**
 * How one uri stands on the topics.
 *
 * @param owner who published it first: the {@code ce_source}
 * @param since when that was, in milliseconds since 1970
 * @param places of the highest version in each relationship
 */
record Stand(String owner, long since, List<Place> places) {

  Stand {
    places = List.copyOf(places);
  }

  /**
   * Where the highest version stands in one relationship.
   *
   * @param isKill whether that version is a kill
   */
  record Place(
      Relationship relationship,
      int version,
      boolean isKill,
      String topic,
      int partition,
      long offset) {}

  int highest() {
    return places.stream().mapToInt(Place::version).max().orElse(0);
  }

  /** Those of its relationships in which it is not killed. */
  List<Place> alive() {
    return places.stream().filter(place -> !place.isKill()).toList();
  }

  /** Those in which it stands; of one that is killed, those in which it stood. */
  List<Relationship> relationships() {
    List<Place> alive = alive();
    return (alive.isEmpty() ? places : alive).stream().map(Place::relationship).sorted().toList();
  }

  /** With one more record; the topics of one relationship may be read in any order. */
  Stand with(String source, long at, Place place) {
    boolean isFirst = at < since || (at == since && source.compareTo(owner) < 0);
    List<Place> merged = new ArrayList<>(places);
    int known = 0;
    while (known < merged.size()
        && !merged.get(known).relationship().equals(place.relationship())) {
      known++;
    }
    if (known == merged.size()) {
      merged.add(place);
    } else if (merged.get(known).version() <= place.version()) {
      merged.set(known, place);
    }
    return new Stand(isFirst ? source : owner, isFirst ? at : since, merged);
  }
}
