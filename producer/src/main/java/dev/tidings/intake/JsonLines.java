package dev.tidings.intake;

import dev.tidings.party.Party;
import dev.tidings.update.Problem;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.JsonText;
import dev.tidings.wire.Reading;
import dev.tidings.wire.Submission;
import dev.tidings.wire.UpdateJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** One JSON submission a line. */
final class JsonLines implements LineReader {

  @Override
  public Outcome read(String text, Instant receivedAt) {
    Reading<Submission> reading = UpdateJson.readSubmission(text, receivedAt);
    if (reading instanceof Reading.Good<Submission> good) {
      return accepted(good.value().updates(), good.value().issuedOnReceipt());
    }
    return new Outcome.Refused(
        withLoneReturn(text, ((Reading.Bad<Submission>) reading).problems()));
  }

  /** A file whose lines end in CR alone is one line here, and nobody sees why. */
  private static List<Problem> withLoneReturn(String text, List<Problem> problems) {
    int at = text.indexOf('\r');
    if (at < 0 || isJson(text)) {
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

  private static boolean isJson(String text) {
    return JsonText.parse(text.getBytes(StandardCharsets.UTF_8)) instanceof Reading.Good;
  }

  /** What a submission says, as a JSON tree. */
  static Outcome submission(JsonNode json, Instant receivedAt) {
    Reading<List<RelationshipUpdate>> reading = UpdateJson.readSubmission(json, receivedAt);
    if (reading instanceof Reading.Good<List<RelationshipUpdate>> good) {
      return accepted(good.value(), !json.hasNonNull("versionCreated"));
    }
    return new Outcome.Refused(((Reading.Bad<List<RelationshipUpdate>>) reading).problems());
  }

  private static Outcome accepted(List<RelationshipUpdate> updates, boolean issuedOnReceipt) {
    return new Outcome.Accepted(updates, issuedOnReceipt, notices(updates));
  }

  /** A code of ours that is another's elsewhere is not taken for ours without a word. */
  private static Set<String> notices(List<RelationshipUpdate> updates) {
    Set<String> notices = new TreeSet<>();
    for (RelationshipUpdate update : updates) {
      add(update.actor(), notices);
      add(update.counterpart(), notices);
      update.concerning().forEach(party -> add(party, notices));
    }
    return notices;
  }

  private static void add(Party party, Set<String> notices) {
    party.elsewhere().ifPresent(use -> notices.add(notice(party, use)));
  }

  private static String notice(Party party, String use) {
    return String.format(
        Locale.ROOT, "%s is taken for %s; use %s", party.code(), party.nameInSentence(), use);
  }
}
