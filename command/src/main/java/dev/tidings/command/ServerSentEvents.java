package dev.tidings.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream of Server-Sent Events, as the HTML standard has them (section 9.2.6); the few
 * lines that we need are fewer than any library is.
 */
final class ServerSentEvents {

  /**
   * One event.
   *
   * @param type {@code message}, where the stream says nothing else
   * @param id the last one that the stream gave; empty, none yet
   */
  record Event(String type, String data, String id) {}

  private final BufferedReader lines;
  private String id = "";

  ServerSentEvents(InputStream stream) {
    this.lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
  }

  /** The last id that the stream gave, with an event or without; empty, none yet. */
  String lastId() {
    return id;
  }

  /** Waits for the next event; null at the end, where half an event is none. */
  @Nullable Event next() throws IOException {
    StringBuilder data = new StringBuilder();
    String type = "message";
    String given = id;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.isEmpty()) {
        id = given;
        if (data.length() > 0) {
          return new Event(type, data.substring(0, data.length() - 1), id);
        }
        type = "message";
        continue;
      }
      int colon = line.indexOf(':');
      String field = colon < 0 ? line : line.substring(0, colon);
      String value = colon < 0 ? "" : line.substring(colon + 1);
      String text = value.startsWith(" ") ? value.substring(1) : value;
      switch (field) {
        case "data" -> data.append(text).append('\n');
        case "event" -> type = text;
        case "id" -> given = text;
        default -> {
          // A comment, or a field that means nothing here.
        }
      }
    }
    return null;
  }
}
