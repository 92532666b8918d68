package dev.tidings.standalone;

import dev.tidings.feed.Archive;
import dev.tidings.intake.Format;
import dev.tidings.intake.Input;
import dev.tidings.wire.JsonText;
import dev.tidings.wire.Reading;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The history of Iran and Pakistan that comes with the program. */
final class BundledHistory {

  private static final String FILE = "history.jsonl";

  private BundledHistory() {}

  static Input input() {
    return Input.resource(FILE, Format.JSONL, BundledHistory.class);
  }

  /** Whether an archive has nothing else, and not all of it: a first start, or one cut short. */
  static boolean isWantedIn(Archive archive) {
    Set<String> own = uris();
    return archive.uris().allMatch(own::contains)
        && own.stream().anyMatch(uri -> archive.relationshipsOf(uri).isEmpty());
  }

  private static Set<String> uris() {
    InputStream bytes = Objects.requireNonNull(BundledHistory.class.getResourceAsStream(FILE));
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      List<String> all = lines.lines().toList();
      Set<String> uris = new HashSet<>();
      for (String line : all) {
        if (JsonText.parse(line.getBytes(StandardCharsets.UTF_8))
            instanceof Reading.Good<JsonNode> update) {
          uris.add(update.value().path("uri").asString());
        }
      }
      return uris;
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }
}
