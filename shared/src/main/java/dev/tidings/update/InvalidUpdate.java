package dev.tidings.update;

import java.util.List;
import java.util.stream.Collectors;

/** All that is wrong with the fields of an update. */
public final class InvalidUpdate extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  InvalidUpdate(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
