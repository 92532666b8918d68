package dev.tidings.relationship;

import dev.tidings.relationship.Knowledge.Event;
import dev.tidings.relationship.Knowledge.Moment;
import dev.tidings.relationship.edition.UpdatesByUri;
import dev.tidings.relationship.index.StepCount;
import dev.tidings.relationship.view.IndexedUpdates;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.ConsPStack;
import org.pcollections.PStack;

/**
 * What was known of a relationship at each instant: worked out when somebody asks, and once for all
 * who ask. Safe for use by several threads; whoever adds updates never waits for it.
 */
final class Past {

  /**
   * What was added to a relationship.
   *
   * @param count how many times
   * @param last the last of it, the newest first
   */
  record Additions(int count, PStack<Event> last) {

    static final Additions NONE = new Additions(0, ConsPStack.empty());

    /** After so many it is cheaper to begin anew than to remember them all. */
    private static final int MOST_REMEMBERED = 64;

    Additions plus(Event event) {
      PStack<Event> before = last.size() < MOST_REMEMBERED ? last : ConsPStack.empty();
      return new Additions(count + 1, before.plus(event));
    }

    /** One more that is only counted: nobody has asked of the past yet. */
    Additions plusOne() {
      return new Additions(count + 1, ConsPStack.empty());
    }

    /** What came behind the first so many; empty, it is remembered no longer. */
    private Optional<Iterable<Event>> since(int known) {
      int missing = count - known;
      return missing <= last.size()
          ? Optional.of(last.stream().limit(missing).toList())
          : Optional.empty();
    }
  }

  private final IndexedUpdates nothing;
  private final StepCount steps;
  private @Nullable Knowledge knowledge;
  private int known;
  private volatile boolean asked;

  Past(IndexedUpdates nothing, StepCount steps) {
    this.nothing = nothing;
    this.steps = steps;
  }

  /** Whether anybody has asked: before that, what is added need not be remembered. */
  boolean isAsked() {
    return asked;
  }

  /**
   * What was known at an instant that is not after the log's own clock.
   *
   * @param updates all that are there
   * @param additions by which they have become so
   */
  Moment at(Instant instant, UpdatesByUri updates, Additions additions) {
    asked = true;
    synchronized (this) {
      if (additions.count() >= known) {
        return upTo(additions, updates).at(instant);
      }
    }
    // Somebody has asked already of what came behind this.
    return new Knowledge(updates, nothing, steps).at(instant);
  }

  private Knowledge upTo(Additions additions, UpdatesByUri updates) {
    Knowledge there = knowledge;
    Optional<Iterable<Event>> since = additions.since(known);
    known = additions.count();
    if (there != null && since.isPresent()) {
      there.grow(updates, since.get());
      return there;
    }
    Knowledge fresh = new Knowledge(updates, nothing, steps);
    knowledge = fresh;
    return fresh;
  }
}
