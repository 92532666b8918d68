package dev.tidings.intake;

import dev.tidings.update.Problem;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.JsonText;
import dev.tidings.wire.Reading;
import dev.tidings.wire.UpdateJson;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** One JSON submission a line. */
final class JsonLines implements LineReader {

  private final Clock clock;

  JsonLines(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Outcome read(String text) {
    Reading<JsonNode> json = JsonText.parse(text.getBytes(StandardCharsets.UTF_8));
    if (json instanceof Reading.Bad<JsonNode> bad) {
      return new Outcome.Refused(withLoneReturn(text, bad.problems()));
    }
    return submission(((Reading.Good<JsonNode>) json).value(), clock);
  }

  /** A file whose lines end in CR alone is one line here, and nobody sees why. */
  private static List<Problem> withLoneReturn(String text, List<Problem> problems) {
    int at = text.indexOf('\r');
    if (at < 0) {
      return problems;
    }
    List<Problem> all = new ArrayList<>(problems);
    all.add(
        new Problem(
            "",
            String.format(
                Locale.ROOT,
                "a carriage return without a line feed at character %d; expected LF or CRLF behind"
                    + " each update",
                at + 1)));
    return all;
  }

  /** What a submission says, as a JSON tree. */
  static Outcome submission(JsonNode json, Clock clock) {
    Reading<List<RelationshipUpdate>> reading = UpdateJson.readSubmission(json, clock.instant());
    if (reading instanceof Reading.Good<List<RelationshipUpdate>> good) {
      return new Outcome.Accepted(good.value(), !json.hasNonNull("versionCreated"));
    }
    return new Outcome.Refused(((Reading.Bad<List<RelationshipUpdate>>) reading).problems());
  }
}
