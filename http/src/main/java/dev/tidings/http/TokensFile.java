package dev.tidings.http;

import dev.tidings.party.Party;
import dev.tidings.text.PlainText;
import dev.tidings.update.Kind;
import dev.tidings.update.WireWord;
import dev.tidings.wire.JsonText;
import dev.tidings.wire.Reading;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a tokens file: a JSON list of who may publish what, and all that is wrong with it. */
final class TokensFile {

  /** One token: the hash of its secret, and whose it is. */
  @SuppressWarnings("ArrayRecordComponent") // Compared by MessageDigest alone, in constant time.
  record Entry(byte[] sha256, Publisher publisher) {}

  private static final Set<String> FIELDS = Set.of("name", "sha256", "parties", "kinds");
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  private final List<String> problems = new ArrayList<>();

  private TokensFile() {}

  /** The entries; all that is wrong is refused with {@link IllegalArgumentException}. */
  static List<Entry> read(byte[] utf8) {
    Reading<JsonNode> reading = JsonText.parse(utf8);
    if (reading instanceof Reading.Bad<JsonNode> bad) {
      throw new IllegalArgumentException(bad.inOneLine());
    }
    JsonNode list = ((Reading.Good<JsonNode>) reading).value();
    if (!list.isArray()) {
      throw new IllegalArgumentException("no list; expected [{\"name\": …, \"sha256\": …}, …]");
    }
    TokensFile file = new TokensFile();
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      Entry entry = file.entry("[" + i + "]", list.get(i));
      if (entry != null) {
        entries.add(entry);
      }
    }
    if (!file.problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", file.problems));
    }
    return List.copyOf(entries);
  }

  private @Nullable Entry entry(String at, JsonNode node) {
    if (!node.isObject()) {
      problems.add(at + ": no object; expected {\"name\": …, \"sha256\": …}");
      return null;
    }
    for (String field : node.propertyNames()) {
      if (!FIELDS.contains(field)) {
        problems.add(
            String.format(
                Locale.ROOT,
                "%s.%s: unknown field; expected name, sha256, parties or kinds",
                at,
                PlainText.clip(field)));
      }
    }
    int before = problems.size();
    String name = text(at + ".name", node.get("name"));
    String sha256 = text(at + ".sha256", node.get("sha256"));
    if (sha256 != null && !SHA_256.matcher(sha256).matches()) {
      problems.add(at + ".sha256: expected 64 hexadecimal digits in lower case");
    }
    Set<Party> parties = all(at + ".parties", node.get("parties"), Party::new);
    Set<Kind> kinds =
        all(at + ".kinds", node.get("kinds"), word -> WireWord.parse(Kind.class, word));
    if (problems.size() > before || name == null || sha256 == null) {
      return null;
    }
    return entry(at, name, sha256, parties, kinds);
  }

  private @Nullable Entry entry(
      String at, String name, String sha256, Set<Party> parties, Set<Kind> kinds) {
    try {
      Publisher.checkName(name);
      return new Entry(HexFormat.of().parseHex(sha256), new Publisher(name, parties, kinds));
    } catch (IllegalArgumentException e) {
      problems.add(at + ".name: " + e.getMessage());
      return null;
    }
  }

  private @Nullable String text(String at, @Nullable JsonNode value) {
    if (value == null || !value.isString()) {
      problems.add(at + ": missing; expected text");
      return null;
    }
    return value.stringValue();
  }

  /** An empty list might mean all or none, so that it is refused. */
  private <T> Set<T> all(String at, @Nullable JsonNode value, Function<String, T> parse) {
    Set<T> found = new LinkedHashSet<>();
    if (value == null) {
      return found;
    }
    if (!value.isArray() || value.isEmpty()) {
      problems.add(at + ": expected a list of at least one; leave it out to allow all");
      return found;
    }
    for (int i = 0; i < value.size(); i++) {
      String each = String.format(Locale.ROOT, "%s[%d]", at, i);
      String word = text(each, value.get(i));
      if (word != null) {
        try {
          found.add(parse.apply(word));
        } catch (IllegalArgumentException e) {
          problems.add(each + ": " + e.getMessage());
        }
      }
    }
    return found;
  }
}
