package dev.tidings.wire;

import static dev.tidings.wire.Submissions.refused;
import static dev.tidings.wire.Submissions.smallest;
import static dev.tidings.wire.Submissions.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.update.Problem;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class AllProblemsAtOnceTest {

  @Test
  void ofEveryFieldAreNamed() {
    ObjectNode update =
        smallest()
            .put("uri", "no uri")
            .put("version", 0)
            .put("versionCreated", "today")
            .put("pubStatus", "killed")
            .put("embargoedUntil", "tomorrow")
            .put("kind", "war")
            .put("occurred", "once")
            .put("actor", "XX")
            .put("headline", "h".repeat(301))
            .put("body", "b".repeat(16_385))
            .put("language", "?")
            .put("place", " ")
            .put("standing", "claimed")
            .put("urgency", 10)
            .put("edNote", "n".repeat(1_001))
            .put("note", "unknown");
    update.putArray("concerning").add("YY");
    update.putArray("people").addObject().put("party", "ZZ");
    update.putObject("thread").put("id", "Ties").put("effect", "breaks").put("until", "then");
    update.putObject("responds").put("uri", "?").put("position", "doubts");
    update.putArray("sources").addObject().put("name", "n".repeat(201));
    update.remove("counterpart");

    assertThat(refused(update))
        .extracting(Problem::field)
        .containsExactlyInAnyOrder(
            "uri",
            "version",
            "versionCreated",
            "pubStatus",
            "embargoedUntil",
            "kind",
            "occurred",
            "actor",
            "counterpart",
            "headline",
            "body",
            "language",
            "place",
            "attributedTo",
            "urgency",
            "edNote",
            "note",
            "concerning[0]",
            "people[0].name",
            "people[0].party",
            "thread.id",
            "thread.effect",
            "thread.until",
            "responds.uri",
            "responds.position",
            "sources[0]");
  }

  @Test
  void areNamedOnceEach() {
    ObjectNode update = smallest().put("standing", "claimed").put("kind", "war");
    update.putObject("attributedTo").put("party", "XX");

    assertThat(refused(update))
        .extracting(Problem::field)
        .containsExactlyInAnyOrder("kind", "attributedTo.party", "attributedTo");
    assertThat(refused(update))
        .doesNotContain(
            new Problem("attributedTo", "missing; expected who claims it, as standing is claimed"));
  }

  @Test
  void standInOneLine() {
    Reading<?> reading = submitted(smallest().put("urgency", 0).put("place", ""));

    assertThat(((Reading.Bad<?>) reading).inOneLine())
        .isEqualTo("place: it has 0 characters; expected 1 … 200; urgency: 0; expected 1 … 9");
  }
}
