package dev.tidings.wire;

import dev.tidings.text.PlainText;
import dev.tidings.update.InvalidUpdate;
import dev.tidings.update.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads an object's fields one by one and collects all that is wrong, rather than the first. */
public final class FieldReader {

  /** No list of ours may be as long; the update says what each may have. */
  static final int MOST_ENTRIES = 1_000;

  /** Stands for a problem that is only counted: a sender may name thousands of fields. */
  private static final Problem UNTOLD = new Problem("", "unknown field");

  private final JsonNode node;
  private final String path;
  private final List<Problem> problems;
  private final Set<String> asked = new LinkedHashSet<>();

  public FieldReader(JsonNode node, String path, List<Problem> problems) {
    this.node = node;
    this.path = path;
    this.problems = problems;
    if (!node.isObject()) {
      problem("", String.format(Locale.ROOT, "%s; expected an object", type(node)));
    }
  }

  public boolean has(String name) {
    JsonNode value = node.get(name);
    return value != null && !value.isNull();
  }

  /** The field's text, parsed; null when it is not there or wrong. */
  public <T> @Nullable T text(String name, Function<String, T> parse) {
    JsonNode value = take(name);
    if (value == null) {
      return null;
    }
    if (!value.isString()) {
      problem(name, String.format(Locale.ROOT, "%s; expected text", type(value)));
      return null;
    }
    return attempt(name, () -> parse.apply(value.stringValue()));
  }

  public <T> @Nullable T requiredText(String name, Function<String, T> parse) {
    return present(name) ? text(name, parse) : null;
  }

  @Nullable Integer integer(String name) {
    JsonNode value = take(name);
    if (value == null) {
      return null;
    }
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      problem(name, String.format(Locale.ROOT, "%s; expected a whole number", shown(value)));
      return null;
    }
    return value.intValue();
  }

  /** A whole number of any size that 64 bits hold. */
  public @Nullable Long whole(String name) {
    JsonNode value = take(name);
    if (value == null) {
      return null;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      problem(name, String.format(Locale.ROOT, "%s; expected a whole number", shown(value)));
      return null;
    }
    return value.longValue();
  }

  public <T> @Nullable T object(String name, Function<FieldReader, @Nullable T> read) {
    JsonNode value = take(name);
    return value == null ? null : objectAt(name, value, read);
  }

  <T> List<T> objects(String name, Function<FieldReader, @Nullable T> read) {
    return list(name, (at, element) -> objectAt(at, element, read));
  }

  <T> List<T> texts(String name, Function<String, T> parse) {
    return list(
        name,
        (at, element) -> {
          if (!element.isString()) {
            problem(at, String.format(Locale.ROOT, "%s; expected text", type(element)));
            return null;
          }
          return attempt(at, () -> parse.apply(element.stringValue()));
        });
  }

  /** Runs code that refuses bad values, and keeps what it says. */
  <T> @Nullable T attempt(String name, Supplier<T> code) {
    try {
      return code.get();
    } catch (InvalidUpdate e) {
      e.problems().forEach(p -> problems.add(new Problem(at(p.field()), p.message())));
    } catch (IllegalArgumentException e) {
      problem(name, Objects.requireNonNullElse(e.getMessage(), "wrong"));
    }
    return null;
  }

  /** Refuses every field that nobody asked for; of very many, the first by name. */
  public void refuseOthers() {
    String expected = null;
    for (String name : node.propertyNames()) {
      if (asked.contains(name)) {
        continue;
      }
      if (problems.size() >= Reading.MOST_TOLD) {
        problems.add(UNTOLD);
        continue;
      }
      if (expected == null) {
        expected = "unknown field; expected one of " + String.join(", ", asked);
      }
      problem(PlainText.clip(name), expected);
    }
  }

  public void problem(String name, String message) {
    problems.add(new Problem(at(name), message));
  }

  private interface ElementReader<T> {
    @Nullable T read(String at, JsonNode element);
  }

  private <T> List<T> list(String name, ElementReader<T> read) {
    JsonNode value = take(name);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      problem(name, String.format(Locale.ROOT, "%s; expected a list", type(value)));
      return List.of();
    }
    if (value.size() > MOST_ENTRIES) {
      problem(name, String.format(Locale.ROOT, "%d entries; expected far fewer", value.size()));
      return List.of();
    }
    List<T> elements = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      T element = read.read(name + "[" + i + "]", value.get(i));
      if (element != null) {
        elements.add(element);
      }
    }
    return elements;
  }

  private <T> @Nullable T objectAt(
      String at, JsonNode value, Function<FieldReader, @Nullable T> read) {
    FieldReader inner = new FieldReader(value, at(at), problems);
    return value.isObject() ? read.apply(inner) : null;
  }

  private boolean present(String name) {
    if (node.isObject() && !has(name)) {
      asked.add(name);
      problem(name, "missing");
      return false;
    }
    return true;
  }

  private @Nullable JsonNode take(String name) {
    asked.add(name);
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value;
  }

  private String at(String name) {
    return path.isEmpty() || name.isEmpty() ? path + name : path + "." + name;
  }

  private static String type(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "a list";
      case OBJECT, POJO -> "an object";
      case BOOLEAN -> "true or false";
      case NUMBER -> "a number";
      case STRING -> "text";
      case NULL, MISSING, BINARY -> "nothing";
    };
  }

  private static String shown(JsonNode value) {
    return value.isContainer() ? type(value) : "'" + PlainText.clip(value.asString()) + "'";
  }
}
