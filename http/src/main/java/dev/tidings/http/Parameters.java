package dev.tidings.http;

import dev.tidings.text.PlainText;
import dev.tidings.update.Problem;
import dev.tidings.wire.InstantText;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request's query parameters, read one by one: all that is wrong is collected, and a parameter
 * that nobody asked for is wrong too. {@link #check} ends the request if anything is.
 */
public final class Parameters {

  private static final int MOST_VALUES = 100;

  private final Map<String, List<String>> given;
  private final Set<String> asked = new LinkedHashSet<>();
  private final List<Problem> problems = new ArrayList<>();

  public Parameters(Map<String, List<String>> given) {
    this.given = Map.copyOf(given);
  }

  public static Parameters of(Context request) {
    return new Parameters(request.queryParamMap());
  }

  /** The parameter's one value, parsed; null when it is not there or wrong. */
  public <T> @Nullable T one(String name, Function<String, T> parse) {
    asked.add(name);
    List<String> values = given.getOrDefault(name, List.of());
    if (values.size() > 1) {
      problem(name, String.format(Locale.ROOT, "%d values; expected one", values.size()));
      return null;
    }
    return values.isEmpty() ? null : attempt(name, () -> parse.apply(values.get(0)));
  }

  /** All values of a parameter that may stand there several times, or hold a list with commas. */
  public <T> List<T> all(String name, Function<String, T> parse) {
    asked.add(name);
    List<String> values =
        given.getOrDefault(name, List.of()).stream()
            .flatMap(value -> List.of(value.split(",", -1)).stream())
            .toList();
    if (values.size() > MOST_VALUES) {
      problem(
          name,
          String.format(Locale.ROOT, "%d values; expected at most %d", values.size(), MOST_VALUES));
      return List.of();
    }
    List<T> parsed = new ArrayList<>();
    for (String value : values) {
      T one = attempt(name, () -> parse.apply(value));
      if (one != null) {
        parsed.add(one);
      }
    }
    return List.copyOf(parsed);
  }

  /** A whole number within bounds. */
  public long whole(String name, long ifAbsent, long least, long most) {
    Long value = one(name, text -> whole(text, least, most));
    return value == null ? ifAbsent : value;
  }

  /** {@code true} or {@code false}. */
  public boolean flag(String name, boolean ifAbsent) {
    Boolean value =
        one(
            name,
            text ->
                switch (text) {
                  case "true" -> true;
                  case "false" -> false;
                  default ->
                      throw new IllegalArgumentException(
                          String.format(
                              Locale.ROOT, "'%s'; expected true or false", PlainText.clip(text)));
                });
    return value == null ? ifAbsent : value;
  }

  public @Nullable LocalDate day(String name) {
    return one(name, Parameters::parseDay);
  }

  public @Nullable Instant instant(String name) {
    return one(name, InstantText::parse);
  }

  public void problem(String name, String message) {
    problems.add(new Problem(name, message));
  }

  /**
   * Ends the reading.
   *
   * @throws Refusal 400, when anything is wrong
   */
  public void check() {
    for (String name : given.keySet().stream().sorted().toList()) {
      if (!asked.contains(name)) {
        problem(
            PlainText.clip(name),
            asked.isEmpty()
                ? "unknown parameter; expected none"
                : "unknown parameter; expected one of " + String.join(", ", asked));
      }
    }
    if (!problems.isEmpty()) {
      throw Refusal.badRequest(problems);
    }
  }

  private <T> @Nullable T attempt(String name, java.util.function.Supplier<T> code) {
    try {
      return code.get();
    } catch (IllegalArgumentException e) {
      problem(name, Objects.requireNonNullElse(e.getMessage(), "wrong"));
      return null;
    }
  }

  private static Long whole(String text, long least, long most) {
    try {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(notWhole(text, least, most), e);
    }
    throw new IllegalArgumentException(notWhole(text, least, most));
  }

  private static String notWhole(String text, long least, long most) {
    return String.format(
        Locale.ROOT,
        "'%s'; expected a whole number, %d … %s",
        PlainText.clip(text),
        least,
        most == Long.MAX_VALUE ? "" : most);
  }

  private static LocalDate parseDay(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= 1 && day.getYear() <= 9999) {
        return day;
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(noDay(text), e);
    }
    throw new IllegalArgumentException(noDay(text));
  }

  private static String noDay(String text) {
    return String.format(
        Locale.ROOT, "'%s'; expected a day, as in 2024-01-18", PlainText.clip(text));
  }
}
