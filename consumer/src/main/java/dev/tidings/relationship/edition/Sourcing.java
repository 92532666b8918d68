package dev.tidings.relationship.edition;

import dev.tidings.update.Doubt;
import dev.tidings.update.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which sources are behind an update.
 *
 * @param families number of independent sources
 * @param reports what they count as together, in thousandths of a report: 125 … {@value
 *     #MOST_REPORTS}
 * @param unread whether there are any, and software made the update from every one of them
 */
record Sourcing(int families, int reports, boolean unread) {

  /** Sources count as three reports at most, and so does what a desk confirms. */
  static final int MOST_REPORTS = 3_000;

  private static final int ONE_REPORT = 1_000;

  /** An update that names no source is one report. */
  static final Sourcing NONE = new Sourcing(0, ONE_REPORT);

  /** Of sources of which somebody has read one, or of none. */
  Sourcing(int families, int reports) {
    this(families, reports, false);
  }

  /** There are few different ones; equal ones are kept as one object. */
  private static final Map<Sourcing, Sourcing> KNOWN = new ConcurrentHashMap<>();

  /** Of each family the best source counts: one report, halved for each doubt that halves it. */
  static Sourcing of(List<Source> sources) {
    if (sources.isEmpty()) {
      return NONE;
    }
    Map<String, Integer> best = new HashMap<>();
    boolean unread = true;
    for (Source source : sources) {
      best.merge(source.independentOf(), share(source), Math::max);
      unread &= source.doubts().contains(Doubt.MACHINE_CODED);
    }
    int together = 0;
    for (int share : best.values()) {
      together += share;
    }
    Sourcing sourcing = new Sourcing(best.size(), Math.min(MOST_REPORTS, together), unread);
    return KNOWN.computeIfAbsent(sourcing, it -> it);
  }

  /** Whether software made the update, and from the texts of one publisher alone. */
  boolean isUncorroborated() {
    return unread && families == 1;
  }

  private static int share(Source source) {
    int share = ONE_REPORT;
    for (Doubt doubt : source.doubts()) {
      share = doubt.halves() ? share / 2 : share;
    }
    return share;
  }
}
