package dev.tidings.relationship.time;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pcollections.ConsPStack;
import org.pcollections.PStack;
import org.pcollections.TreePMap;

/**
 * The embargoes of a relationship: updates of which readers may know more from an instant on that
 * the log has not reached. Immutable.
 */
public final class Embargoes {

  public static final Embargoes NONE = new Embargoes(TreePMap.empty());

  private final TreePMap<Instant, PStack<String>> ends;

  private Embargoes(TreePMap<Instant, PStack<String>> ends) {
    this.ends = ends;
  }

  /** With one more, of an update. */
  public Embargoes plus(Instant end, String uri) {
    PStack<String> others = ends.get(end);
    PStack<String> all = others == null ? ConsPStack.empty() : others;
    return new Embargoes(ends.plus(end, all.plus(uri)));
  }

  /** Those that are over at an instant. */
  public Embargoes endedBy(Instant clock) {
    return ends.isEmpty() ? NONE : new Embargoes(ends.headMap(clock, true));
  }

  /** Those that are not over at an instant. */
  public Embargoes after(Instant clock) {
    return new Embargoes(ends.tailMap(clock, false));
  }

  public boolean isEmpty() {
    return ends.isEmpty();
  }

  /** The end of the one that ends last, of at least one. */
  public Instant lastEnd() {
    return ends.lastKey();
  }

  /** The updates, each once, in the order of their uris. */
  public List<String> uris() {
    return ends.values().stream().flatMap(List::stream).distinct().sorted().toList();
  }

  /** The uris by the instants at which their embargoes end, the earliest first. */
  Stream<Map.Entry<Instant, PStack<String>>> earliestFirst() {
    return ends.entrySet().stream();
  }
}
