package dev.tidings.relationship.time;

import dev.tidings.relationship.edition.UpdateVersions;
import dev.tidings.relationship.edition.UpdatesByUri;
import dev.tidings.relationship.index.StepCount;
import dev.tidings.relationship.time.MomentsByInstant.Event;
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
public final class PastMoments {

  /**
   * What was added to a relationship.
   *
   * @param count how many times
   * @param last the last of it, the newest first
   */
  public record Additions(int count, PStack<Event> last) {

    public static final Additions NONE = new Additions(0, ConsPStack.empty());

    /** After so many it is cheaper to begin anew than to remember them all. */
    private static final int MOST_REMEMBERED = 64;

    private Additions plus(Event event) {
      PStack<Event> before = last.size() < MOST_REMEMBERED ? last : ConsPStack.empty();
      return new Additions(count + 1, before.plus(event));
    }

    private Additions plusOne() {
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
  private @Nullable MomentsByInstant kept;
  private int known;
  private volatile boolean asked;

  public PastMoments(IndexedUpdates nothing, StepCount steps) {
    this.nothing = nothing;
    this.steps = steps;
  }

  /**
   * One more addition, which is only counted as long as nobody has asked of the past.
   *
   * @param visibleFrom the instant from which readers may know of what was added
   * @param versions the update to which it was
   */
  public Additions plus(Additions before, Instant visibleFrom, UpdateVersions versions) {
    return asked ? before.plus(new Event(visibleFrom, versions)) : before.plusOne();
  }

  /**
   * What was known at an instant that is not after the log's own clock.
   *
   * @param updates all that are there
   * @param additions by which they have become so
   */
  public Moment at(Instant instant, UpdatesByUri updates, Additions additions) {
    asked = true;
    synchronized (this) {
      if (additions.count() >= known) {
        return upTo(additions, updates).at(instant);
      }
    }
    // Somebody has asked already of what came behind this.
    return new MomentsByInstant(updates, nothing, steps).at(instant);
  }

  private MomentsByInstant upTo(Additions additions, UpdatesByUri updates) {
    MomentsByInstant there = kept;
    Optional<Iterable<Event>> since = additions.since(known);
    known = additions.count();
    if (there != null && since.isPresent()) {
      there.grow(updates, since.get());
      return there;
    }
    MomentsByInstant fresh = new MomentsByInstant(updates, nothing, steps);
    kept = fresh;
    return fresh;
  }
}
