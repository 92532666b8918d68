package dev.tidings.intake;

import dev.tidings.update.Problem;
import dev.tidings.wire.JsonText;
import dev.tidings.wire.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A column of a CSV file: a field of the update, or with a dot a field of an object in it.
 *
 * @param name as in {@code thread.id}
 * @param content how its cells are read
 */
record CsvColumn(String name, Content content) {

  /** How a cell becomes JSON. */
  enum Content {
    TEXT,
    NUMBER,
    /** Party codes, separated by spaces or semicolons. */
    CODES,
    /** Names separated by semicolons, or a JSON list. */
    NAMED
  }

  private static final Map<String, CsvColumn> ALL = all();

  static @Nullable CsvColumn named(String name) {
    return ALL.get(name);
  }

  static String names() {
    return String.join(", ", ALL.keySet());
  }

  /** Puts a cell that is not empty into the tree. */
  void put(String cell, ObjectNode update, List<Problem> problems) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      JsonNode value = value(cell, problems);
      if (value != null) {
        update.set(name, value);
      }
    } else {
      update.withObjectProperty(name.substring(0, dot)).put(name.substring(dot + 1), cell);
    }
  }

  private @Nullable JsonNode value(String cell, List<Problem> problems) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (content) {
      case TEXT -> json.stringNode(cell);
      case NUMBER ->
          cell.matches("-?\\d{1,9}")
              ? json.numberNode(Integer.parseInt(cell))
              : json.stringNode(cell);
      case CODES -> list(cell.split("[\\s;]+"), json::stringNode);
      case NAMED ->
          cell.startsWith("[") || cell.startsWith("{")
              ? parsed(cell, problems)
              : list(cell.split(";"), name -> json.objectNode().put("name", name.strip()));
    };
  }

  private @Nullable JsonNode parsed(String cell, List<Problem> problems) {
    Reading<JsonNode> json = JsonText.parse(cell.getBytes(StandardCharsets.UTF_8));
    if (json instanceof Reading.Good<JsonNode> good) {
      return good.value();
    }
    ((Reading.Bad<JsonNode>) json)
        .problems()
        .forEach(problem -> problems.add(new Problem(name, problem.message())));
    return null;
  }

  private static JsonNode list(String[] parts, Function<String, JsonNode> toJson) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (String part : parts) {
      if (!part.isBlank()) {
        list.add(toJson.apply(part));
      }
    }
    return list;
  }

  private static Map<String, CsvColumn> all() {
    Map<String, Content> others =
        Map.of(
            "version", Content.NUMBER,
            "urgency", Content.NUMBER,
            "parties", Content.CODES,
            "concerning", Content.CODES,
            "people", Content.NAMED,
            "sources", Content.NAMED);
    String texts =
        "uri versionCreated pubStatus embargoedUntil kind mode occurred actor counterpart headline"
            + " body language place standing attributedTo.party attributedTo.name attributedTo.role"
            + " thread.id thread.effect thread.terms thread.until responds.uri responds.position"
            + " edNote";
    Map<String, CsvColumn> columns =
        Stream.of(texts.split(" "))
            .collect(
                Collectors.toMap(
                    name -> name,
                    name -> new CsvColumn(name, Content.TEXT),
                    (a, b) -> a,
                    TreeMap::new));
    others.forEach((name, content) -> columns.put(name, new CsvColumn(name, content)));
    return columns;
  }
}
