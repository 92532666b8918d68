package dev.tidings.feed.api;

import dev.tidings.feed.Archive;
import dev.tidings.http.Answer;
import dev.tidings.http.Body;
import dev.tidings.http.Parameters;
import dev.tidings.http.Publisher;
import dev.tidings.http.Refusal;
import dev.tidings.http.Senders;
import dev.tidings.relationship.Preview;
import dev.tidings.update.Problem;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.JsonText;
import dev.tidings.wire.Reading;
import dev.tidings.wire.UpdateJson;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /preview}: what would become of the summaries, were an update published. */
final class Previews {

  /** Of an update, as the gateway takes it. */
  private static final int MOST_BYTES = 256 * 1024;

  private record Answered(List<Preview> relationships) {}

  private final Archive archive;
  private final Senders senders;
  private final Clock clock;

  Previews(Archive archive, Senders senders, Clock clock) {
    this.archive = archive;
    this.senders = senders;
    this.clock = clock;
  }

  /** For publishers alone: it takes more work than reading, and nobody else needs it. */
  void preview(Context request) {
    Publisher by = senders.publisher(request);
    Parameters.of(request).check();
    Body.type(request, List.of("application/json"));
    ObjectNode submission = object(Body.read(request, MOST_BYTES));
    Instant now = clock.instant();
    List<RelationshipUpdate> updates = updates(submission, now);
    checkRights(by, updates);
    Answer.json(
        request, 200, new Answered(updates.stream().map(update -> preview(update, now)).toList()));
  }

  /** Whoever may not publish something learns nothing of what would become of it. */
  private static void checkRights(Publisher by, List<RelationshipUpdate> updates) {
    List<Problem> problems =
        updates.stream()
            .flatMap(update -> by.whyNot(update).stream())
            .map(why -> new Problem("", why))
            .toList();
    if (!problems.isEmpty()) {
      throw Refusal.all(403, "Forbidden", problems);
    }
  }

  /** As if it were issued now: what is still under embargo then must not be seen before. */
  private Preview preview(RelationshipUpdate update, Instant now) {
    RelationshipUpdate issued =
        update.versionCreated().isAfter(now)
            ? update.toBuilder().versionCreated(now).build()
            : update;
    return archive.preview(issued, LocalDate.ofInstant(now, ZoneOffset.UTC), now);
  }

  private List<RelationshipUpdate> updates(ObjectNode submission, Instant now) {
    if (!submission.hasNonNull("version") && submission.path("uri").isString()) {
      int highest = archive.highestVersion(submission.get("uri").stringValue());
      if (highest > 0) {
        submission.put("version", highest + 1);
      }
    }
    Reading<List<RelationshipUpdate>> reading = UpdateJson.readSubmission(submission, now);
    if (reading instanceof Reading.Good<List<RelationshipUpdate>> good) {
      return good.value();
    }
    throw Refusal.unprocessable(((Reading.Bad<List<RelationshipUpdate>>) reading).problems());
  }

  private static ObjectNode object(byte[] body) {
    Reading<JsonNode> reading = JsonText.parse(body);
    if (reading instanceof Reading.Bad<JsonNode> bad) {
      throw Refusal.badRequest(bad.problems());
    }
    if (((Reading.Good<JsonNode>) reading).value() instanceof ObjectNode object) {
      return object;
    }
    throw Refusal.unprocessable(List.of(new Problem("", "no object; expected one update")));
  }
}
