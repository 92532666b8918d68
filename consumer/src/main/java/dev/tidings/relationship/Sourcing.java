package dev.tidings.relationship;

import dev.tidings.update.Doubt;
import dev.tidings.update.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which sources are behind an update.
 *
 * @param families number of independent sources
 * @param reports what they count as together, in thousandths of a report: 125 … {@value
 *     #MOST_REPORTS}
 */
record Sourcing(int families, int reports) {

  /** Sources count as three reports at most, and so does what a desk confirms. */
  static final int MOST_REPORTS = 3_000;

  private static final int ONE_REPORT = 1_000;

  /** An update that names no source is one report. */
  static final Sourcing NONE = new Sourcing(0, ONE_REPORT);

  /** Of each family the best source counts: one report, halved for each doubt that halves it. */
  static Sourcing of(List<Source> sources) {
    if (sources.isEmpty()) {
      return NONE;
    }
    Map<String, Integer> best = new HashMap<>();
    sources.forEach(source -> best.merge(source.independentOf(), share(source), Math::max));
    int together = best.values().stream().mapToInt(Integer::intValue).sum();
    return new Sourcing(best.size(), Math.min(MOST_REPORTS, together));
  }

  private static int share(Source source) {
    return ONE_REPORT >> source.doubts().stream().filter(Doubt::halves).count();
  }
}
