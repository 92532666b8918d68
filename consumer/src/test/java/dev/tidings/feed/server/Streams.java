package dev.tidings.feed.server;

import dev.tidings.feed.LiveFeed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Reads what the stream says of all that is past. */
final class Streams {

  private Streams() {}

  /** Everything from the beginning up to the entry that is the last one now. */
  static String readAll(LiveFeed live) {
    String last = "id: " + live.replica().feed().head();
    StringBuilder text = new StringBuilder();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                URI.create(live.url() + "/notifications/stream?after=-1").toURL().openStream(),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        text.append(line).append('\n');
        if (line.startsWith("data:") && text.indexOf("\n" + last + "\ndata:") >= 0) {
          break;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
