package dev.tidings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.update.Problem;
import dev.tidings.update.RelationshipUpdate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What users hand in, and what came of it. */
final class Submissions {

  static final Instant RECEIVED = Instant.parse("2024-02-01T12:00:00Z");

  private Submissions() {}

  /** Every field of an update between two parties. */
  static ObjectNode full() {
    return (ObjectNode) json(Approved.onOneLine("update-3"));
  }

  static ObjectNode multilateral() {
    return (ObjectNode) json(Approved.onOneLine("update-multilateral"));
  }

  /** Only what must be there. */
  static ObjectNode smallest() {
    return (ObjectNode)
        json(
            """
            {"uri": "urn:a", "kind": "visit", "mode": "visit", "occurred": "1950-03",
             "actor": "IRN", "counterpart": "PAK", "headline": "The Shah visits Pakistan"}
            """);
  }

  static JsonNode json(String text) {
    return Json.MAPPER.readTree(text);
  }

  static byte[] bytes(JsonNode json) {
    return Json.MAPPER.writeValueAsBytes(json);
  }

  static Reading<List<RelationshipUpdate>> submitted(JsonNode json) {
    return UpdateJson.readSubmission(json, RECEIVED);
  }

  /** The one update that was handed in. */
  static RelationshipUpdate accepted(JsonNode json) {
    List<RelationshipUpdate> updates = good(submitted(json));
    assertThat(updates).hasSize(1);
    return updates.get(0);
  }

  /** What is wrong with it. */
  static List<Problem> refused(JsonNode json) {
    return problems(submitted(json));
  }

  static <T> T good(Reading<T> reading) {
    if (reading instanceof Reading.Good<T> good) {
      return good.value();
    }
    throw new AssertionError(reading);
  }

  static List<Problem> problems(@Nullable Reading<?> reading) {
    if (reading instanceof Reading.Bad<?> bad) {
      return bad.problems();
    }
    throw new AssertionError(reading + "; expected to be refused");
  }
}
