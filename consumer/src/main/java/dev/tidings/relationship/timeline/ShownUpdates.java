package dev.tidings.relationship.timeline;

import dev.tidings.relationship.edition.TimelinePosition;
import dev.tidings.relationship.edition.UpdateVersions;
import dev.tidings.relationship.index.SortedTree;
import dev.tidings.relationship.index.StepCount;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * All updates that readers are shown, the withdrawn ones too, in the order of the timeline, and who
 * answers whom: what {@link StoryReader} reads from. Immutable.
 */
public final class ShownUpdates {

  private final SortedTree<UpdateVersions, Integer> places;

  /** By the uri of the claim. */
  private final PMap<String, SortedTree<UpdateVersions, Integer>> answers;

  private final SortedTree<UpdateVersions, Integer> none;

  private ShownUpdates(
      SortedTree<UpdateVersions, Integer> places,
      PMap<String, SortedTree<UpdateVersions, Integer>> answers,
      SortedTree<UpdateVersions, Integer> none) {
    this.places = places;
    this.answers = answers;
    this.none = none;
  }

  public static ShownUpdates empty(StepCount steps) {
    SortedTree<UpdateVersions, Integer> none = SortedTree.empty(Shape.INSTANCE, steps);
    return new ShownUpdates(none, HashTreePMap.empty(), none);
  }

  /** With an update as it is now in the place of what it was. */
  public ShownUpdates replace(@Nullable UpdateVersions before, UpdateVersions after) {
    if (before != null && after.isShownAs(before)) {
      return new ShownUpdates(
          places.put(after),
          after.answered().map(it -> withAnswer(it, after)).orElse(answers),
          none);
    }
    ShownUpdates without = before == null || !before.isShown() ? this : without(before);
    return after.isShown() ? without.with(after) : without;
  }

  private ShownUpdates without(UpdateVersions update) {
    return new ShownUpdates(
        places.minus(update),
        update.answered().map(claim -> withoutAnswer(claim, update)).orElse(answers),
        none);
  }

  private ShownUpdates with(UpdateVersions update) {
    return new ShownUpdates(
        places.plus(update),
        update.answered().map(claim -> withAnswer(claim, update)).orElse(answers),
        none);
  }

  /** The last update that stands before a place; before the end, where that is null. */
  Optional<UpdateVersions> lastBefore(@Nullable TimelinePosition place) {
    return places.last(update -> place == null || update.compareTo(place) < 0);
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

  private enum Shape implements SortedTree.Sized<UpdateVersions> {
    INSTANCE;

    @Override
    public int compare(UpdateVersions one, UpdateVersions other) {
      return UpdateVersions.TIMELINE.compare(one, other);
    }

    @Override
    public String name(UpdateVersions update) {
      return update.uri();
    }
  }
}
