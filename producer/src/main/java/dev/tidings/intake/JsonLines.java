package dev.tidings.intake;

import dev.tidings.party.Party;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
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
      return new Outcome.Accepted(
          good.value(), !json.hasNonNull("versionCreated"), notices(good.value()));
    }
    return new Outcome.Refused(((Reading.Bad<List<RelationshipUpdate>>) reading).problems());
  }

  /** A code of ours that is another's elsewhere is not taken for ours without a word. */
  private static Set<String> notices(List<RelationshipUpdate> updates) {
    Set<String> notices = new TreeSet<>();
    for (RelationshipUpdate update : updates) {
      Stream.concat(update.relationship().parties().stream(), update.concerning().stream())
          .forEach(party -> party.elsewhere().ifPresent(use -> notices.add(notice(party, use))));
    }
    return notices;
  }

  private static String notice(Party party, String use) {
    return String.format(
        Locale.ROOT, "%s is taken for %s; use %s", party.code(), party.nameInSentence(), use);
  }
}
