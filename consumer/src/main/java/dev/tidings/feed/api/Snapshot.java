package dev.tidings.feed.api;

import dev.tidings.feed.Replica;
import dev.tidings.http.Parameters;
import dev.tidings.http.StreamedAnswer;
import dev.tidings.wire.Json;
import dev.tidings.wire.SummaryJson;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * {@code /snapshot}: all summaries as they stand on their topic, and the cursor that they stand at,
 * to start a copy from. Whoever goes on behind that cursor misses nothing.
 */
final class Snapshot {

  private final Replica replica;

  Snapshot(Replica replica) {
    this.replica = replica;
  }

  /** Written as it is taken, because it may be large. */
  void write(Context request) throws IOException {
    Parameters.of(request).check();
    // The cursor first: what comes in the meantime is in a summary, and told behind the cursor.
    Map<String, Object> start =
        new TreeMap<>(Map.of("feed", replica.feed().log(), "cursor", replica.feed().head()));
    request.contentType("application/json").header("Cache-Control", "no-store");
    String head = new String(Json.write(start), StandardCharsets.UTF_8);
    Stream<byte[]> summaries =
        replica.archive().relationships().stream()
            .flatMap(pair -> replica.archive().summary(pair).stream())
            .map(SummaryJson::write);
    StreamedAnswer.write(
        request, new Parts(head.substring(0, head.length() - 1), summaries.iterator()));
  }

  /** The text of a snapshot: its head, each summary, its end. */
  private static final class Parts implements Iterator<byte[]> {

    private final Iterator<byte[]> summaries;
    private String before;
    private String separator = "\n";
    private boolean ended;

    Parts(String head, Iterator<byte[]> summaries) {
      this.before = head + ",\"summaries\":[";
      this.summaries = summaries;
    }

    @Override
    public boolean hasNext() {
      return !ended;
    }

    @Override
    public byte[] next() {
      ByteArrayOutputStream part = new ByteArrayOutputStream();
      part.writeBytes(bytes(before));
      before = "";
      if (summaries.hasNext()) {
        part.writeBytes(bytes(separator));
        part.writeBytes(summaries.next());
        separator = ",\n";
      } else {
        part.writeBytes(bytes("\n]}"));
        ended = true;
      }
      return part.toByteArray();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
