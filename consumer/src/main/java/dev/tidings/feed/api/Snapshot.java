package dev.tidings.feed.api;

import dev.tidings.feed.Replica;
import dev.tidings.http.Answer;
import dev.tidings.http.Parameters;
import dev.tidings.party.Relationship;
import dev.tidings.summary.Summary;
import dev.tidings.wire.Json;
import dev.tidings.wire.SummaryJson;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code /snapshot}: all summaries as they stand on their topic, and the cursor that they stand at,
 * to start a copy from. Whoever goes on behind that cursor misses nothing.
 */
final class Snapshot {

  private final Replica replica;

  Snapshot(Replica replica) {
    this.replica = replica;
  }

  /** Written as it is read, because it may be large. */
  void write(Context request) throws IOException {
    Parameters.of(request).check();
    // The cursor first: what comes in the meantime is in a summary, and told behind the cursor.
    Map<String, Object> start =
        new TreeMap<>(Map.of("feed", replica.feed().log(), "cursor", replica.feed().head()));
    request.contentType("application/json").header("Cache-Control", "no-store");
    if (HandlerType.HEAD.equals(request.method())) {
      Answer.headOfStream(request);
      return;
    }
    OutputStream out = request.outputStream();
    String head = new String(Json.write(start), StandardCharsets.UTF_8);
    out.write(bytes(head.substring(0, head.length() - 1) + ",\"summaries\":["));
    String separator = "\n";
    for (Relationship relationship : replica.archive().relationships()) {
      Optional<Summary> summary = replica.archive().summary(relationship);
      if (summary.isPresent()) {
        out.write(bytes(separator));
        out.write(SummaryJson.write(summary.get()));
        separator = ",\n";
      }
    }
    out.write(bytes("\n]}"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
