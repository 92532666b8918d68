package dev.tidings.wire;

import dev.tidings.text.PlainText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/** Untrusted bytes become a JSON tree, or one problem that says at which byte or character. */
public final class JsonText {

  private static final String NOTHING = "nothing there; expected a JSON object";

  /** What the JDK puts in place of bytes that are not UTF-8. */
  private static final char REPLACED = '\uFFFD';

  /** Where the parser's words turn to whoever set it up. */
  private static final Pattern OURS_TO_SET =
      Pattern.compile(
          " \\(through reference chain.*"
              + "| \\((start marker|for \\w+ starting) at \\[Source.*?\\]\\)"
              + "|, from `[^`]*`"
              + "|: enable `[^`]*` to allow"
              + "|: not allowed as per `[^`]*`"
              + "| \\((bound as|token) `[^`]*`\\)"
              + "| \\(set `[^`]*` to '\\w+' to allow\\)"
              + "| \\(not recognized as one since Feature [^)]*\\)");

  private static final Pattern TRAILING = Pattern.compile("Trailing token.* found after value");
  private static final Pattern CLASS = Pattern.compile("`(?:[\\w$]+\\.)*([^`]*)`");

  private JsonText() {}

  /** Reads UTF-8 JSON of at most 256 KiB; the value of a tombstone, null, is a problem too. */
  public static Reading<JsonNode> parse(byte @Nullable [] utf8) {
    return text(utf8).then(JsonText::tree);
  }

  /** UTF-8 of at most 256 KiB as text; whether it is JSON is not looked at yet. */
  static Reading<String> text(byte @Nullable [] utf8) {
    if (utf8 == null) {
      return Reading.bad("", NOTHING);
    }
    if (utf8.length > Json.MOST_BYTES) {
      return Reading.bad(
          "",
          String.format(
              Locale.ROOT, "%d bytes; expected at most %d", utf8.length, Json.MOST_BYTES));
    }
    return decoded(utf8);
  }

  /**
   * Takes a JSON list apart, without looking into its elements: each is checked when it is parsed.
   *
   * @param most elements; of more, {@code most + 1} are found
   */
  public static Reading<List<byte[]>> elements(byte[] utf8, int most) {
    return decoded(utf8).then(text -> elements(text, most));
  }

  private static Reading<List<byte[]>> elements(String text, int most) {
    List<byte[]> found = new ArrayList<>();
    // Keys are compared when an element is parsed; here they would all have to be kept.
    try (JsonParser parser =
        Json.MAPPER
            .reader()
            .without(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .createParser(text)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        return Reading.bad("", "no list");
      }
      while (parser.nextToken() != JsonToken.END_ARRAY && found.size() <= most) {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        parser.finishToken();
        int end = (int) parser.currentLocation().getCharOffset();
        found.add(text.substring(start, end).getBytes(StandardCharsets.UTF_8));
      }
      if (found.size() <= most && parser.nextToken() != null) {
        return Reading.bad("", "no JSON: something stands behind the list");
      }
      return new Reading.Good<>(found);
    } catch (JacksonException e) {
      return broken(e);
    }
  }

  private static Reading<String> decoded(byte[] utf8) {
    String text = new String(utf8, StandardCharsets.UTF_8);
    // Only where something was replaced can a byte be wrong; where it is, the decoder says.
    return text.indexOf(REPLACED) < 0 ? new Reading.Good<>(text) : strictlyDecoded(utf8);
  }

  private static Reading<String> strictlyDecoded(byte[] utf8) {
    ByteBuffer in = ByteBuffer.wrap(utf8);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try {
      return new Reading.Good<>(decoder.decode(in).toString());
    } catch (CharacterCodingException e) {
      return Reading.bad("", String.format(Locale.ROOT, "byte %d is not UTF-8", in.position() + 1));
    }
  }

  /** The tree of a text that was decoded already. */
  static Reading<JsonNode> tree(String text) {
    try {
      JsonNode node = Json.MAPPER.readTree(text);
      return node == null || node.isMissingNode()
          ? Reading.bad("", NOTHING)
          : new Reading.Good<>(node);
    } catch (JacksonException e) {
      return broken(e);
    }
  }

  private static <T> Reading<T> broken(JacksonException e) {
    TokenStreamLocation at = e.getLocation();
    String where = at == null ? "" : " at character " + Math.max(1, at.getCharOffset() + 1);
    return Reading.bad(
        "", String.format(Locale.ROOT, "no JSON%s: %s", where, oneLine(e.getOriginalMessage())));
  }

  /** What the parser says, without its own settings and classes. */
  static String oneLine(String message) {
    String found = OURS_TO_SET.matcher(message.replaceAll("\\p{C}+", " ")).replaceAll("");
    found = TRAILING.matcher(found).replaceAll("something stands behind the value");
    found = CLASS.matcher(found).replaceAll("$1");
    return PlainText.clip(found.strip(), 200);
  }
}
