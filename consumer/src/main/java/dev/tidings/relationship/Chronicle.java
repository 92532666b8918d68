package dev.tidings.relationship;

import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.Response;
import java.util.NavigableSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePSet;

/**
 * Where each update stands on the timeline now, the withdrawn ones too, and who answers whom.
 * Immutable.
 */
final class Chronicle {

  static final Chronicle EMPTY = new Chronicle(TreePSet.empty(), HashTreePMap.empty());

  private final TreePSet<Place> places;
  private final PMap<String, TreePSet<Place>> answers;

  private Chronicle(TreePSet<Place> places, PMap<String, TreePSet<Place>> answers) {
    this.places = places;
    this.answers = answers;
  }

  /** With one resolution of an update in the place of another. */
  Chronicle replace(Resolution before, Resolution after) {
    return without(before).with(after);
  }

  private Chronicle without(Resolution before) {
    Place was = placeOf(before);
    return was == null
        ? this
        : new Chronicle(
            places.minus(was),
            answered(before).map(claim -> withoutAnswer(claim, was)).orElse(answers));
  }

  private Chronicle with(Resolution after) {
    Place is = placeOf(after);
    return is == null
        ? this
        : new Chronicle(
            places.plus(is), answered(after).map(claim -> withAnswer(claim, is)).orElse(answers));
  }

  /** Where an update stands; null, nowhere. */
  static @Nullable Place placeOf(Resolution resolution) {
    RelationshipUpdate edition = edition(resolution);
    return edition == null ? null : Place.of(edition);
  }

  /** The places before another one, the latest first; it is left out itself. */
  NavigableSet<Place> before(@Nullable Place place) {
    return (place == null ? places : places.headSet(place, false)).descendingSet();
  }

  /** Updates that answer a claim, in the order of the timeline. */
  NavigableSet<Place> answersTo(String uri) {
    TreePSet<Place> given = answers.get(uri);
    return given == null ? TreePSet.empty() : given;
  }

  private PMap<String, TreePSet<Place>> withAnswer(String claim, Place place) {
    TreePSet<Place> given = answers.get(claim);
    return answers.plus(claim, given == null ? TreePSet.singleton(place) : given.plus(place));
  }

  private PMap<String, TreePSet<Place>> withoutAnswer(String claim, Place place) {
    TreePSet<Place> given = answers.get(claim);
    if (given == null) {
      return answers;
    }
    TreePSet<Place> left = given.minus(place);
    return left.isEmpty() ? answers.minus(claim) : answers.plus(claim, left);
  }

  private static Optional<String> answered(Resolution resolution) {
    return resolution instanceof Resolution.Counts counts
        ? Optional.ofNullable(counts.current().update().responds()).map(Response::uri)
        : Optional.empty();
  }

  private static @Nullable RelationshipUpdate edition(Resolution resolution) {
    if (resolution instanceof Resolution.Counts counts) {
      return counts.current().update();
    }
    return resolution instanceof Resolution.Withdrawn withdrawn ? withdrawn.by() : null;
  }
}
