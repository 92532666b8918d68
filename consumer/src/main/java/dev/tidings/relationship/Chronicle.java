package dev.tidings.relationship;

import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where each update stands on the timeline now, the withdrawn ones too, and who answers whom. */
final class Chronicle {

  private final NavigableMap<Place, String> places = new TreeMap<>();
  private final Map<String, Place> placeOf = new HashMap<>();
  private final Map<String, NavigableSet<Place>> answers = new HashMap<>();

  /** Puts one resolution of an update in the place of another. */
  void replace(String uri, Resolution before, Resolution after) {
    Place was = placeOf.remove(uri);
    if (was != null) {
      places.remove(was);
      answered(before).ifPresent(claim -> removeAnswer(claim, was));
    }
    RelationshipUpdate edition = edition(after);
    if (edition != null) {
      Place is = Place.of(edition);
      places.put(is, uri);
      placeOf.put(uri, is);
      answered(after)
          .ifPresent(claim -> answers.computeIfAbsent(claim, c -> new TreeSet<>()).add(is));
    }
  }

  @Nullable Place placeOf(String uri) {
    return placeOf.get(uri);
  }

  /** The uris from a place backwards, the latest first; it is left out itself. */
  NavigableMap<Place, String> before(@Nullable Place place) {
    return (place == null ? places : places.headMap(place, false)).descendingMap();
  }

  /** Updates that answer a claim, in the order of the timeline. */
  NavigableSet<Place> answersTo(String uri) {
    return answers.getOrDefault(uri, new TreeSet<>());
  }

  private void removeAnswer(String claim, Place place) {
    answers.computeIfPresent(
        claim,
        (uri, places) -> {
          places.remove(place);
          return places.isEmpty() ? null : places;
        });
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
