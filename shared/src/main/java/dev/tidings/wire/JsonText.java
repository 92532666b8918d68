package dev.tidings.wire;

import dev.tidings.text.PlainText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
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
    if (utf8 == null) {
      return Reading.bad("", NOTHING);
    }
    if (utf8.length > Json.MOST_BYTES) {
      return Reading.bad(
          "",
          String.format(
              Locale.ROOT, "%d bytes; expected at most %d", utf8.length, Json.MOST_BYTES));
    }
    return decode(utf8, JsonText::parse);
  }

  /**
   * Takes a JSON list apart, without looking into its elements: each is checked when it is parsed.
   *
   * @param most elements; of more, {@code most + 1} are found
   */
  public static Reading<List<byte[]>> elements(byte[] utf8, int most) {
    return decode(utf8, text -> elements(text, most));
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

  private static <T> Reading<T> decode(byte[] utf8, Function<String, Reading<T>> use) {
    ByteBuffer in = ByteBuffer.wrap(utf8);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try {
      CharBuffer text = decoder.decode(in);
      return use.apply(text.toString());
    } catch (CharacterCodingException e) {
      return Reading.bad("", String.format(Locale.ROOT, "byte %d is not UTF-8", in.position() + 1));
    }
  }

  private static Reading<JsonNode> parse(String text) {
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
