package dev.tidings.bench.table;

import java.util.List;

/**
 * What a part of the bench found.
 *
 * @param given what it was measured with, such as {@code 300,000 updates}
 */
public record Result(String given, List<Measure> measures, List<Goal> goals) {

  public Result {
    measures = List.copyOf(measures);
    goals = List.copyOf(goals);
  }
}
