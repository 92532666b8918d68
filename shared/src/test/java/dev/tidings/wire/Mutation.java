package dev.tidings.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Random changes of a submission, good and bad ones. The same seed makes the same ones. */
final class Mutation {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Values that are junk almost everywhere. */
  private static final List<String> JUNK =
      List.of(
          "null", "7", "-1", "1.5", "true", "\"\"", "\" \"", "\"x\"", "[]", "{}", "[null]", "[{}]");

  /** Values that are good, or wrong in an interesting way, at their field. */
  private static final Map<String, List<String>> VALUES =
      Map.ofEntries(
          Map.entry("uri", List.of("urn:b", "no-scheme", "urn:a b", "mailto:desk@desk.example")),
          Map.entry("version", List.of("1", "1000000", "1000001", "0", "99999999999999999999")),
          Map.entry(
              "versionCreated",
              List.of("2024-01-16T21:30:00+05:00", "2024-01-16", "2024-01-16T21:30Z")),
          Map.entry("pubStatus", List.of("usable", "withheld", "canceled", "cancelled")),
          Map.entry(
              "embargoedUntil",
              List.of("2024-01-16t21:30:00.1z", "2024-01-16T25:00:00Z", "2024-13-01T00:00:00Z")),
          Map.entry(
              "kind",
              List.of(
                  "visit",
                  "border",
                  "agreement",
                  "diplomacy",
                  "cooperation",
                  "statement",
                  "sanction",
                  "incident",
                  "Visit",
                  "war")),
          Map.entry(
              "mode",
              List.of(
                  "talks",
                  "agreement",
                  "visit",
                  "strike",
                  "lifted",
                  "praise",
                  "aid",
                  "severed",
                  "pact",
                  "opens",
                  "Visit")),
          Map.entry(
              "occurred",
              List.of(
                  "1950",
                  "196X",
                  "19XX",
                  "1XXX",
                  "2024-21",
                  "2024-25",
                  "1979/..",
                  "../1979",
                  "2024-XX",
                  "2024-XX-01",
                  "2024-01-XX~",
                  "0000",
                  "000X",
                  "2024-13",
                  "2024-1",
                  "2024-01-32",
                  "1950-03?",
                  "1950??")),
          Map.entry("actor", List.of("USA", "NATO", "usa", "U", "IRAN-IRQ")),
          Map.entry("counterpart", List.of("USA", "EU", "G7", "eu")),
          Map.entry("actorSector", List.of("GOV", "CVL", "gov", "GOVX", "x".repeat(40))),
          Map.entry("counterpartSector", List.of("UNK", "NGO", "", "MIL\t", "x".repeat(41))),
          Map.entry("concerning", List.of("[\"ISR\"]", "[\"ISR\",\"ISR\"]", "[\"isr\"]", "[7]")),
          Map.entry(
              "headline", List.of("a\u2028b", "a\u202Eb", "\u00A0", "ایران\u200C", "tab\there")),
          Map.entry("body", List.of("two\nlines\t.", "bell\u0007", "", "\r\n")),
          Map.entry("language", List.of("fa", "fa-IR", "fa_IR", "e", "zh-Hant-TW")),
          Map.entry("place", List.of("Tehran", "\u3000", "a\nb")),
          Map.entry(
              "people",
              List.of(
                  "[{\"name\":\"a\"}]",
                  "[{\"role\":\"a\"}]",
                  "[{\"name\":\"a\",\"party\":\"xx\"}]",
                  "[{\"name\":\"a\",\"party\":null}]")),
          Map.entry("standing", List.of("confirmed", "reported", "claimed", "denied")),
          Map.entry(
              "attributedTo",
              List.of(
                  "{\"name\":\"a\"}",
                  "{\"party\":null}",
                  "{\"role\":\"\"}",
                  "{\"party\":\"IRN\"}")),
          Map.entry(
              "thread",
              List.of(
                  "{\"id\":\"ties\",\"effect\":\"ends\"}",
                  "{\"id\":\"Ties\",\"effect\":\"ends\"}",
                  "{\"id\":\"a/b/c/d\",\"effect\":\"begins\"}",
                  "{\"id\":\"a/b/c/d/e\",\"effect\":\"begins\"}",
                  "{\"id\":\"ties\",\"effect\":\"breaks\"}",
                  "{\"id\":\"ties\",\"effect\":\"ends\",\"until\":\"2024-13\"}")),
          Map.entry(
              "responds",
              List.of(
                  "{\"uri\":\"urn:c\",\"position\":\"denies\"}",
                  "{\"uri\":\"c\",\"position\":\"denies\"}",
                  "{\"uri\":\"urn:c\",\"position\":\"doubts\"}")),
          Map.entry(
              "sources",
              List.of(
                  "[{\"name\":\"a\",\"uri\":\"b\",\"family\":\"c\"}]",
                  "[{\"name\":\"a\",\"doubts\":[\"not-root\"]}]",
                  "[{\"name\":\"a\",\"doubts\":[\"hearsay\"]}]",
                  "[{\"name\":\"a\",\"doubts\":"
                      + "[\"not-root\""
                      + ",\"not-root\"".repeat(8)
                      + "]}]",
                  "[{\"uri\":\"b\"}]",
                  "[{\"name\":\"\"}]")),
          Map.entry("urgency", List.of("1", "9", "10", "0", "\"5\"")),
          Map.entry("edNote", List.of("note", "a\nb")),
          Map.entry(
              "parties",
              List.of("[\"IRN\",\"PAK\"]", "[\"IRN\"]", "[\"IRN\",\"IRN\"]", "[\"irn\",\"PAK\"]")));

  private static final List<String> NAMES = VALUES.keySet().stream().sorted().toList();

  /** Fields that are text of limited length, with their limits; and lists. */
  private static final Map<String, Integer> LIMITS =
      Map.of(
          "headline",
          300,
          "place",
          200,
          "edNote",
          1_000,
          "concerning",
          10,
          "people",
          50,
          "sources",
          100,
          "parties",
          30);

  private static final int[] CHARACTERS =
      "aZz09-/:~?%X.,é# \n\u0007\u00A0\u2028\u202E🚀".codePoints().toArray();

  private final Random random;

  Mutation(Random random) {
    this.random = random;
  }

  /** Changes one thing. */
  void change(ObjectNode update) {
    String name = pick(NAMES);
    switch (random.nextInt(10)) {
      case 0 -> update.remove(name);
      case 1 -> update.set(name, json(pick(JUNK)));
      case 2, 3, 4 -> update.set(name, json(pick(VALUES.getOrDefault(name, JUNK))));
      case 5, 6 -> changeSomeText(update);
      case 7 -> fill(update);
      case 8 -> changeInside(update);
      default -> update.put(pick(List.of("headLine", "Uri", "x")), 1);
    }
  }

  private void changeInside(ObjectNode update) {
    List<ObjectNode> inner = new ArrayList<>();
    for (JsonNode value : update.values()) {
      JsonNode candidate = value.isArray() && !value.isEmpty() ? value.get(0) : value;
      if (candidate instanceof ObjectNode object) {
        inner.add(object);
      }
    }
    if (!inner.isEmpty()) {
      ObjectNode object = pick(inner);
      List<String> names = new ArrayList<>(object.propertyNames());
      names.add("note");
      if (random.nextInt(3) == 0) {
        object.remove(pick(names));
      } else {
        object.set(pick(names), json(pick(JUNK)));
      }
    }
  }

  private void changeSomeText(ObjectNode update) {
    List<String> names =
        update.propertyNames().stream().filter(name -> update.get(name).isString()).toList();
    if (!names.isEmpty()) {
      String name = pick(names);
      update.put(name, changed(update.get(name).stringValue()));
    }
  }

  /** One character less, more or other; whole characters only. */
  private String changed(String text) {
    List<Integer> characters = new ArrayList<>(text.codePoints().boxed().toList());
    int at = random.nextInt(characters.size() + 1);
    int other = CHARACTERS[random.nextInt(CHARACTERS.length)];
    if (at == characters.size() || random.nextInt(3) == 0) {
      characters.add(at, other);
    } else if (random.nextBoolean()) {
      characters.set(at, other);
    } else {
      characters.remove(at);
    }
    StringBuilder changed = new StringBuilder();
    characters.forEach(changed::appendCodePoint);
    return changed.toString();
  }

  /** Fills a field to its limit, or one beyond. */
  private void fill(ObjectNode update) {
    String name = pick(LIMITS.keySet().stream().sorted().toList());
    int size = LIMITS.getOrDefault(name, 0) + random.nextInt(2);
    switch (name) {
      case "concerning" -> list(update, name, size, i -> JSON.stringNode("ISR"));
      case "parties" -> {
        update.remove(List.of("actor", "counterpart"));
        list(update, name, size, i -> JSON.stringNode(PARTIES.get(i)));
      }
      case "people", "sources" ->
          list(update, name, size, i -> JSON.objectNode().put("name", "n" + i));
      default -> update.put(name, (random.nextBoolean() ? "ب" : "🚀").repeat(size));
    }
  }

  private static final List<String> PARTIES =
      List.of(
          "AFG", "ARE", "ARM", "AUS", "AZE", "BGD", "BHR", "CHN", "DEU", "EGY", "ESP", "FRA", "GBR",
          "IDN", "IND", "IRN", "IRQ", "ITA", "JOR", "JPN", "KAZ", "KWT", "LBN", "MYS", "OMN", "PAK",
          "QAT", "RUS", "SAU", "TUR", "USA");

  private static void list(
      ObjectNode update, String name, int size, java.util.function.IntFunction<JsonNode> element) {
    ArrayNode list = update.putArray(name);
    for (int i = 0; i < size; i++) {
      list.add(element.apply(i));
    }
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static JsonNode json(String value) {
    boolean isJson =
        value.matches("(?s)[\\[{\"].*|null|true|-?[0-9.]+") && !value.matches("[0-9]{4}");
    return isJson ? Submissions.json(value) : JSON.stringNode(value);
  }
}
