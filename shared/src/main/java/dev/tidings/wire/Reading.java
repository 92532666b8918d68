package dev.tidings.wire;

import dev.tidings.update.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** What came of reading untrusted input: a value, or everything that is wrong with it. */
public sealed interface Reading<T> {

  /** A value that keeps all the rules. */
  record Good<T>(T value) implements Reading<T> {}

  /** At least one problem. */
  record Bad<T>(List<Problem> problems) implements Reading<T> {

    public Bad {
      problems = List.copyOf(problems);
    }

    /** All problems in one line. */
    public String inOneLine() {
      return problems.stream().map(Problem::toString).collect(Collectors.joining("; "));
    }
  }

  static <T> Reading<T> bad(String field, String message) {
    return new Bad<>(List.of(new Problem(field, message)));
  }
}
