package dev.tidings.relationship.timeline;

import dev.tidings.relationship.edition.Current;
import dev.tidings.relationship.index.SortedTree;
import dev.tidings.relationship.index.StepCount;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Updates that count, in the order of the timeline: all of a relationship, those of a kind, those
 * that are claims. Immutable.
 */
public final class Timeline {

  private final SortedTree<Current, Integer> updates;

  private Timeline(SortedTree<Current, Integer> updates) {
    this.updates = updates;
  }

  public static Timeline empty(StepCount steps) {
    return new Timeline(SortedTree.empty(Shape.INSTANCE, steps));
  }

  public boolean isEmpty() {
    return updates.isEmpty();
  }

  public Timeline plus(Current update) {
    return new Timeline(updates.plus(update));
  }

  public Timeline minus(Current update) {
    return new Timeline(updates.minus(update));
  }

  /** How many began on this day or before. */
  public int sizeUpTo(LocalDate day) {
    return updates.upTo(update -> update.isBy(day), 0);
  }

  /** The last that began on this day or before. */
  public Optional<Current> lastUpTo(LocalDate day) {
    return updates.last(update -> update.isBy(day));
  }

  public Optional<Current> first() {
    return updates.firstBehind(update -> false);
  }

  /** The last ones that began on this day or before, the latest first. */
  public List<Current> lastUpTo(LocalDate day, int most) {
    return updates.last(
        new SortedTree.Search<>(update -> update.isBy(day), size -> true, update -> true, most));
  }

  private enum Shape implements SortedTree.Sized<Current> {
    INSTANCE;

    @Override
    public int compare(Current one, Current other) {
      return Current.TIMELINE.compare(one, other);
    }

    @Override
    public String name(Current current) {
      return current.uri();
    }
  }
}
