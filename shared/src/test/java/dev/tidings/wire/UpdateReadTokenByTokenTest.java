package dev.tidings.wire;

import static dev.tidings.wire.Submissions.RECEIVED;
import static dev.tidings.wire.Submissions.good;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.update.RelationshipUpdate;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether both readers read the same where both read is tested by {@link HostileInputTest}. */
class UpdateReadTokenByTokenTest {

  private static final String FULL = Approved.onOneLine("update-3");

  private static final String SMALLEST =
      "{\"uri\":\"urn:a\",\"versionCreated\":\"2024-01-16T21:30:00Z\",\"kind\":\"visit\","
          + "\"mode\":\"visit\",\"occurred\":\"1950-03\",\"actor\":\"IRN\",\"counterpart\":\"PAK\","
          + "\"headline\":\"The Shah visits Pakistan\"}";

  /**
   * A new field that only the tree's reader knows would be read slowly, and nobody would see it.
   */
  @ParameterizedTest
  @ValueSource(strings = {"update-1", "update-2", "update-3"})
  void hasEveryFieldThatThereIs(String example) {
    String json = Approved.onOneLine(example);

    assertThat(UpdateTokens.lenient(json))
        .isEqualTo(good(JsonText.tree(json).then(UpdateReader::lenient)));
    assertThat(UpdateTokens.strict(json, RECEIVED))
        .isEqualTo(new Submission(List.of(Submissions.accepted(Submissions.json(json))), false));
  }

  @Test
  void isIssuedOnReceiptWhenAUserDoesNotSayWhen() {
    String json = SMALLEST.replace("\"versionCreated\":\"2024-01-16T21:30:00Z\",", "");

    Submission submission = good(UpdateJson.readSubmission(json, RECEIVED));

    assertThat(submission.issuedOnReceipt()).isTrue();
    assertThat(submission).isEqualTo(UpdateTokens.strict(json, RECEIVED));
    assertThat(submission.updates())
        .singleElement()
        .extracting(RelationshipUpdate::versionCreated)
        .isEqualTo(RECEIVED);
    assertThat(UpdateTokens.lenient(json)).isNull();
  }

  @Test
  void isIssuedOnReceiptWhereItsTreeIsReadToo() {
    String json = SMALLEST.replace("2024-01-16T21:30:00Z", "X").replace("\"X\"", "null");

    assertThat(UpdateTokens.strict(json, RECEIVED)).isNull();
    assertThat(good(UpdateJson.readSubmission(json, RECEIVED)).issuedOnReceipt()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"future\":{\"a\":[1]}",
        "\"place\":null",
        "\"parties\":null",
        "\"sources\":[{\"name\":\"a\",\"doubts\":[\"hearsay\"]}]",
        "\"sources\":[{\"name\":\"a\",\"future\":1}]",
        "\"attributedTo\":{\"name\":\"a\",\"role\":null}"
      })
  void isLeftToTheTreeWhereATopicSaysMore(String field) {
    String json = SMALLEST.replace("\"kind\"", field + ",\"kind\"");

    assertThat(UpdateTokens.lenient(json)).isNull();
    assertThat(UpdateJson.read(json.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Reading.Good.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"uri\":\"urn:a\"",
        "\"version\":1.0",
        "\"version\":\"1\"",
        "\"version\":99999999999",
        "\"urgency\":10",
        "\"place\":7",
        "\"place\":\"\\ud800\"",
        "\"concerning\":\"ISR\"",
        "\"concerning\":[null]",
        "\"concerning\":[\"isr\"]",
        "\"people\":[\"a\"]",
        "\"people\":[{\"role\":\"a\"}]",
        "\"people\":[{\"name\":\"a\",\"name\":\"a\"}]",
        "\"thread\":{\"id\":\"ties\"}",
        "\"responds\":{\"uri\":\"urn:b\"}",
        "\"standing\":\"claimed\"",
        "\"language\":\"e\""
      })
  void isLeftToTheTreeWhereItIsWrong(String field) {
    String json = SMALLEST.replace("\"kind\"", field + ",\"kind\"");

    assertThat(UpdateTokens.lenient(json)).isNull();
    assertThat(UpdateJson.read(json.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Reading.Bad.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null", "[]", "{}", "{\"uri\":\"urn:a\"}"})
  void isLeftToTheTreeWhereItIsNone(String json) {
    assertThat(UpdateTokens.lenient(json)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"}", "7", "{}", "\u0000"})
  void isLeftToTheTreeWhereSomethingStandsBehind(String more) {
    assertThat(UpdateTokens.lenient(FULL)).isNotNull();
    assertThat(UpdateTokens.lenient(FULL + more)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"future\":1",
        "\"place\":\"a\\u2060\"",
        "\"actorSector\":\"GOVX\"",
        "\"parties\":[\"IRN\",\"PAK\"]"
      })
  void isLeftToTheTreeWhereAUserMayNotSayIt(String field) {
    String json = SMALLEST.replace("\"kind\"", field + ",\"kind\"");

    assertThat(UpdateTokens.strict(json, RECEIVED)).isNull();
    assertThat(Submissions.submitted(Submissions.json(json))).isInstanceOf(Reading.Bad.class);
  }

  @Test
  void isLeftToTheTreeWhereAUserIsAheadOfTheClock() {
    String ahead = SMALLEST.replace("2024-01-16T21:30:00Z", RECEIVED.plusSeconds(301).toString());

    assertThat(UpdateTokens.strict(SMALLEST, RECEIVED)).isNotNull();
    assertThat(UpdateTokens.strict(ahead, RECEIVED)).isNull();
    assertThat(UpdateTokens.lenient(ahead)).isNotNull();
  }
}
