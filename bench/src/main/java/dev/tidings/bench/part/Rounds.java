package dev.tidings.bench.part;

import dev.tidings.bench.table.Measure;
import dev.tidings.bench.table.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Subjects that are measured in turn, A B A B …, so that what slows the machine slows all. */
final class Rounds {

  private final Session session;
  private final Map<String, Callable<Double>> subjects = new LinkedHashMap<>();
  private final Map<String, List<Double>> figures = new LinkedHashMap<>();

  Rounds(Session session) {
    this.session = session;
  }

  /**
   * Adds a subject.
   *
   * @param what is measured, with its unit
   */
  Rounds with(String what, Callable<Double> measurement) {
    subjects.put(what, measurement);
    return this;
  }

  /** Runs all rounds; says each figure as it comes. */
  Rounds run() throws Exception {
    for (int round = 1; round <= session.rounds(); round++) {
      for (Map.Entry<String, Callable<Double>> subject : subjects.entrySet()) {
        note(round, subject.getKey(), subject.getValue().call());
      }
    }
    return this;
  }

  /** Notes a figure that came with another one. */
  void note(int round, String what, double figure) {
    figures.computeIfAbsent(what, any -> new ArrayList<>()).add(figure);
    session.say("round %d  %10s  %s", round, Spread.number(figure), what);
  }

  Spread of(String what) {
    List<Double> found = figures.get(what);
    if (found == null) {
      throw new IllegalStateException("nothing was measured of " + what);
    }
    return new Spread(found);
  }

  List<Measure> measures() {
    return figures.keySet().stream().map(what -> new Measure(what, of(what))).toList();
  }
}
