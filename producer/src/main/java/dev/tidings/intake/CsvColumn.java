package dev.tidings.intake;

import dev.tidings.text.Invisible;
import dev.tidings.update.Problem;
import dev.tidings.wire.JsonText;
import dev.tidings.wire.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
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
    /** Text in which new lines are allowed, whatever the file ends its lines with. */
    LINES,
    /** A code, a date or a word of ours. */
    CODE,
    URI,
    NUMBER,
    /** Party codes, separated by spaces or semicolons. */
    CODES,
    /** Names separated by semicolons, or a JSON list. */
    NAMED
  }

  private static final Pattern CODES_APART = Pattern.compile("[\\s;\\p{Z}]+");
  private static final Map<String, CsvColumn> ALL = all();

  static @Nullable CsvColumn named(String name) {
    return ALL.get(name);
  }

  static String names() {
    return String.join(", ", ALL.keySet());
  }

  /** Puts a cell that is not empty into the tree. */
  void put(String cell, ObjectNode update, List<Problem> problems) {
    JsonNode value = value(cell.strip(), problems);
    int dot = name.indexOf('.');
    if (value != null && dot < 0) {
      update.set(name, value);
    } else if (value != null) {
      update.withObjectProperty(name.substring(0, dot)).set(name.substring(dot + 1), value);
    }
  }

  private @Nullable JsonNode value(String cell, List<Problem> problems) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (content) {
      case TEXT -> json.stringNode(cell);
      case LINES -> json.stringNode(cell.replace("\r\n", "\n").replace('\r', '\n'));
      case CODE -> json.stringNode(CodeCell.of(cell));
      case URI -> json.stringNode(Invisible.cut(cell));
      case NUMBER -> number(CodeCell.of(cell));
      case CODES -> list(CODES_APART.split(cell), code -> json.stringNode(CodeCell.of(code)));
      case NAMED ->
          cell.startsWith("[") || cell.startsWith("{")
              ? parsed(cell, problems)
              : list(cell.split(";"), name -> json.objectNode().put("name", name.strip()));
    };
  }

  private static JsonNode number(String cell) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return cell.matches("-?\\d{1,9}")
        ? json.numberNode(Integer.parseInt(cell))
        : json.stringNode(cell);
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
      if (!Invisible.isAll(part)) {
        list.add(toJson.apply(part));
      }
    }
    return list;
  }

  private static Map<String, CsvColumn> all() {
    Map<String, CsvColumn> columns = new TreeMap<>();
    add(
        columns,
        Content.TEXT,
        "headline place attributedTo.name attributedTo.role thread.terms edNote");
    add(columns, Content.LINES, "body");
    add(
        columns,
        Content.CODE,
        "versionCreated pubStatus embargoedUntil kind mode occurred actor counterpart"
            + " actorSector counterpartSector language standing attributedTo.party thread.id thread.effect thread.until"
            + " responds.position");
    add(columns, Content.URI, "uri responds.uri");
    add(columns, Content.NUMBER, "version urgency");
    add(columns, Content.CODES, "parties concerning");
    add(columns, Content.NAMED, "people sources");
    return columns;
  }

  private static void add(Map<String, CsvColumn> columns, Content content, String names) {
    for (String name : names.split(" ", -1)) {
      columns.put(name, new CsvColumn(name, content));
    }
  }
}
