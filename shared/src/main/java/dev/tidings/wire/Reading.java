package dev.tidings.wire;

import dev.tidings.update.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What came of reading untrusted input: a value, or everything that is wrong with it. */
public sealed interface Reading<T> {

  /** How many problems are told one by one. */
  int MOST_TOLD = 100;

  /** A value that keeps all the rules. */
  record Good<T>(T value) implements Reading<T> {}

  /** At least one problem; of very many the first 100, and how many more there are. */
  record Bad<T>(List<Problem> problems) implements Reading<T> {

    public Bad {
      problems = problems.size() <= MOST_TOLD ? List.copyOf(problems) : first(problems);
    }

    private static List<Problem> first(List<Problem> problems) {
      List<Problem> told = new ArrayList<>(problems.subList(0, MOST_TOLD));
      told.add(
          new Problem(
              "", String.format(Locale.ROOT, "and %d more problems", problems.size() - MOST_TOLD)));
      return List.copyOf(told);
    }

    /** All problems in one line. */
    public String inOneLine() {
      return problems.stream().map(Problem::toString).collect(Collectors.joining("; "));
    }
  }

  /** Reads on from the value, if there is one. */
  default <R> Reading<R> then(Function<T, Reading<R>> next) {
    if (this instanceof Good<T> good) {
      return next.apply(good.value());
    }
    return new Bad<>(((Bad<T>) this).problems());
  }

  /** Hands the value over, if there is one. */
  default void ifGood(Consumer<T> use) {
    if (this instanceof Good<T> good) {
      use.accept(good.value());
    }
  }

  /** Hands over the value, or what is wrong. */
  default void use(Consumer<T> value, Consumer<Bad<T>> wrong) {
    if (this instanceof Good<T> good) {
      value.accept(good.value());
    } else if (this instanceof Bad<T> bad) {
      wrong.accept(bad);
    }
  }

  static <T> Reading<T> bad(String field, String message) {
    return new Bad<>(List.of(new Problem(field, message)));
  }
}
