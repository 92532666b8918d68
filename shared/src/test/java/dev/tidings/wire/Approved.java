package dev.tidings.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The approved examples: one for each type and version, kept for ever. */
final class Approved {

  private Approved() {}

  /** The example as it crosses a topic: on one line, without white space between its parts. */
  static String onOneLine(String name) {
    String pretty = text("approved/" + name + ".json");
    StringBuilder compact = new StringBuilder();
    boolean inString = false;
    for (int i = 0; i < pretty.length(); i++) {
      char c = pretty.charAt(i);
      if (c == '"' && (i == 0 || pretty.charAt(i - 1) != '\\')) {
        inString = !inString;
      }
      if (inString || !Character.isWhitespace(c)) {
        compact.append(c);
      }
    }
    return compact.toString();
  }

  static byte[] bytes(String name) {
    return onOneLine(name).getBytes(StandardCharsets.UTF_8);
  }

  static String text(String resource) {
    try (InputStream in = Approved.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
