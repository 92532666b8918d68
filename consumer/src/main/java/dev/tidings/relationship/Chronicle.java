package dev.tidings.relationship;

import dev.tidings.relationship.index.SortedTree;
import dev.tidings.relationship.index.StepCount;
import dev.tidings.update.Response;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Where each update stands on the timeline now, the withdrawn ones too, and who answers whom.
 * Immutable.
 */
final class Chronicle {

  private final SortedTree<UpdateVersions, Integer> places;

  /** By the uri of the claim. */
  private final PMap<String, SortedTree<UpdateVersions, Integer>> answers;

  private final SortedTree<UpdateVersions, Integer> none;

  private Chronicle(
      SortedTree<UpdateVersions, Integer> places,
      PMap<String, SortedTree<UpdateVersions, Integer>> answers,
      SortedTree<UpdateVersions, Integer> none) {
    this.places = places;
    this.answers = answers;
    this.none = none;
  }

  static Chronicle empty(StepCount steps) {
    SortedTree<UpdateVersions, Integer> none = SortedTree.empty(Shape.INSTANCE, steps);
    return new Chronicle(none, HashTreePMap.empty(), none);
  }

  /** With an update as it is now in the place of what it was. */
  Chronicle replace(@Nullable UpdateVersions before, UpdateVersions after) {
    Edition was = before == null ? null : edition(before);
    Edition is = edition(after);
    if (was != null && was == is) {
      return new Chronicle(
          places.put(after),
          answered(after).map(it -> withAnswer(it, after)).orElse(answers),
          none);
    }
    Chronicle without = before == null || was == null ? this : without(before);
    return is == null ? without : without.with(after);
  }

  private Chronicle without(UpdateVersions update) {
    return new Chronicle(
        places.minus(update),
        answered(update).map(claim -> withoutAnswer(claim, update)).orElse(answers),
        none);
  }

  private Chronicle with(UpdateVersions update) {
    return new Chronicle(
        places.plus(update),
        answered(update).map(claim -> withAnswer(claim, update)).orElse(answers),
        none);
  }

  /** The place of an update that is on the timeline. */
  static Place place(UpdateVersions update) {
    return shown(update).place();
  }

  /** The last update that stands before a place; before the end, where that is null. */
  Optional<UpdateVersions> lastBefore(@Nullable Place place) {
    return places.last(update -> place == null || shown(update).compareTo(place) < 0);
  }

  /** The last update that stands before another. */
  Optional<UpdateVersions> lastBefore(UpdateVersions other) {
    return places.last(update -> Shape.INSTANCE.compare(update, other) < 0);
  }

  /** Updates that answer a claim, the latest first. */
  List<UpdateVersions> answersTo(String uri, int most) {
    SortedTree<UpdateVersions, Integer> given = answers.getOrDefault(uri, none);
    return given.last(new SortedTree.Search<>(it -> true, size -> true, it -> true, most));
  }

  private PMap<String, SortedTree<UpdateVersions, Integer>> withAnswer(
      String claim, UpdateVersions answer) {
    return answers.plus(claim, answers.getOrDefault(claim, none).put(answer));
  }

  private PMap<String, SortedTree<UpdateVersions, Integer>> withoutAnswer(
      String claim, UpdateVersions answer) {
    SortedTree<UpdateVersions, Integer> left = answers.getOrDefault(claim, none).minus(answer);
    return left.isEmpty() ? answers.minus(claim) : answers.plus(claim, left);
  }

  private static Optional<String> answered(UpdateVersions update) {
    return update.resolution() instanceof Current current
        ? Optional.ofNullable(current.edition().responds()).map(Response::uri)
        : Optional.empty();
  }

  /** The edition that readers are shown, or that withdraws it. */
  private static @Nullable Edition edition(UpdateVersions update) {
    if (update.resolution() instanceof Current current) {
      return current.edition();
    }
    return update.resolution() instanceof Resolution.Withdrawn withdrawn ? withdrawn.by() : null;
  }

  private static Edition shown(UpdateVersions update) {
    return Objects.requireNonNull(edition(update), update::uri);
  }

  private enum Shape implements SortedTree.Sized<UpdateVersions> {
    INSTANCE;

    @Override
    public int compare(UpdateVersions one, UpdateVersions other) {
      return Edition.TIMELINE.compare(shown(one), shown(other));
    }

    @Override
    public String name(UpdateVersions update) {
      return update.uri();
    }
  }
}
