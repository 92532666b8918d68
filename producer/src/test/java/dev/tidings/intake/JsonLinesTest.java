package dev.tidings.intake;

import static dev.tidings.intake.Lines.outcome;
import static dev.tidings.intake.Lines.problems;
import static dev.tidings.intake.Lines.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.update.RelationshipUpdate;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** One JSON submission a line. */
class JsonLinesTest {

  private static final String GOOD =
      """
      {"uri":"test:a","kind":"visit","mode":"visit","occurred":"1950-03",\
      "actor":"IRN","counterpart":"PAK","headline":"The Shah visits"}""";

  @Test
  void isIssuedWhenItComesUnlessItSaysWhen() {
    RelationshipUpdate update = update(Format.JSONL, GOOD);

    assertThat(update.versionCreated()).isEqualTo(Instant.parse("2024-06-01T12:00:00Z"));
    assertThat(outcome(Format.JSONL, GOOD))
        .isInstanceOfSatisfying(
            Outcome.Accepted.class, accepted -> assertThat(accepted.issuedOnReceipt()).isTrue());
  }

  @Test
  void tellsAllThatIsWrongWithIt() {
    String line = GOOD.replace("IRN", "XX").replace("1950-03", "soon").replace("uri", "url");

    assertThat(problems(Format.JSONL, line))
        .hasSize(4)
        .anySatisfy(problem -> assertThat(problem).startsWith("uri: missing"))
        .anySatisfy(problem -> assertThat(problem).startsWith("actor: unknown party 'XX'"))
        .anySatisfy(problem -> assertThat(problem).startsWith("occurred: 'soon'"))
        .anySatisfy(problem -> assertThat(problem).startsWith("url: unknown field"));
  }

  @Test
  void saysWhereItIsNoJson() {
    assertThat(problems(Format.JSONL, "{\"uri\" \"test:a\"}"))
        .singleElement()
        .asString()
        .startsWith("no JSON at character 8");
  }

  @Test
  void ofSeveralPartiesBecomesAnUpdateForEachPair() {
    String line =
        GOOD.replace(
            "\"actor\":\"IRN\",\"counterpart\":\"PAK\"", "\"parties\":[\"IRN\",\"PAK\",\"TUR\"]");

    assertThat(Lines.updates(Lines.read(Format.JSONL, line)))
        .extracting(update -> update.uri() + " " + update.relationship())
        .containsExactlyInAnyOrder("test:a IRN-PAK", "test:a IRN-TUR", "test:a PAK-TUR");
  }
}
