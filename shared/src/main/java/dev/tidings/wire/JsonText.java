package dev.tidings.wire;

import dev.tidings.text.PlainText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/** Untrusted bytes become a JSON tree, or one problem that says at which byte or character. */
public final class JsonText {

  private static final String NOTHING = "nothing there; expected a JSON object";

  private JsonText() {}

  /** Reads UTF-8 JSON of at most 256 KiB; the value of a tombstone, null, is a problem too. */
  public static Reading<JsonNode> parse(byte @Nullable [] utf8) {
    if (utf8 == null) {
      return Reading.bad("", NOTHING);
    }
    if (utf8.length > Json.MOST_BYTES) {
      return Reading.bad(
          "", "%d bytes; expected at most %d".formatted(utf8.length, Json.MOST_BYTES));
    }
    ByteBuffer in = ByteBuffer.wrap(utf8);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try {
      CharBuffer text = decoder.decode(in);
      return parse(text.toString());
    } catch (CharacterCodingException e) {
      return Reading.bad("", "byte %d is not UTF-8".formatted(in.position() + 1));
    }
  }

  private static Reading<JsonNode> parse(String text) {
    try {
      JsonNode node = Json.MAPPER.readTree(text);
      return node == null || node.isMissingNode()
          ? Reading.bad("", NOTHING)
          : new Reading.Good<>(node);
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      String where = at == null ? "" : " at character " + Math.max(1, at.getCharOffset() + 1);
      return Reading.bad("", "no JSON%s: %s".formatted(where, oneLine(e.getOriginalMessage())));
    }
  }

  static String oneLine(String message) {
    String found = message.replaceAll("\\(through reference chain.*", "");
    return PlainText.clip(found.replaceAll("\\p{C}+", " ").strip(), 200);
  }
}
