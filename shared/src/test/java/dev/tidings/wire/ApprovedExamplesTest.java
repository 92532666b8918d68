package dev.tidings.wire;

import static dev.tidings.wire.Submissions.good;
import static dev.tidings.wire.Submissions.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.notification.Notification;
import dev.tidings.party.Relationship;
import dev.tidings.summary.Claim;
import dev.tidings.summary.Climate;
import dev.tidings.summary.CountedUpdate;
import dev.tidings.summary.NamedParty;
import dev.tidings.summary.Sentence;
import dev.tidings.summary.StandingThread;
import dev.tidings.summary.Summary;
import dev.tidings.summary.Withdrawal;
import dev.tidings.update.Attribution;
import dev.tidings.update.RelationshipUpdate;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ApprovedExamplesTest {

  @ParameterizedTest
  @ValueSource(strings = {"update-1", "update-2", "update-3"})
  void anUpdateIsReadAndWrittenToTheSameBytes(String example) {
    RelationshipUpdate update = good(UpdateJson.read(Approved.bytes(example)));

    assertThat(UpdateJson.write(update)).asString().isEqualTo(Approved.onOneLine(example));
  }

  @ParameterizedTest
  @ValueSource(strings = {"summary-1", "summary-2", "summary-3", "summary-4"})
  void aSummaryIsReadAndWrittenToTheSameBytes(String example) {
    Summary summary = good(SummaryJson.read(Approved.bytes(example)));

    assertThat(SummaryJson.write(summary)).asString().isEqualTo(Approved.onOneLine(example));
  }

  @ParameterizedTest
  @ValueSource(strings = {"notification-1", "notification-2", "notification-3"})
  void aNotificationIsReadAndWrittenToTheSameBytes(String example) {
    Notification notification = good(NotificationJson.read(Approved.bytes(example)));

    assertThat(NotificationJson.write(notification))
        .asString()
        .isEqualTo(Approved.onOneLine(example));
  }

  @Test
  void aMultilateralSubmissionBecomesOneUpdateOfEachPair() {
    String submission = Approved.onOneLine("update-multilateral");

    var updates = good(Submissions.submitted(json(submission)));

    assertThat(updates)
        .extracting(update -> new String(UpdateJson.write(update), StandardCharsets.UTF_8))
        .containsExactly(
            between(submission, "IRN", "PAK"),
            between(submission, "IRN", "TUR"),
            between(submission, "PAK", "TUR"));
  }

  @ParameterizedTest
  @CsvSource({
    "update-1, update",
    "update-2, update",
    "update-3, update",
    "update-1, submission",
    "update-2, submission",
    "update-3, submission",
    "update-multilateral, submission",
    "summary-1, summary",
    "summary-2, summary",
    "summary-3, summary",
    "summary-4, summary",
    "notification-1, notification",
    "notification-2, notification",
    "notification-3, notification",
  })
  void keepTheirSchema(String example, String schema) {
    assertThat(Schemas.errors(schema, json(Approved.onOneLine(example)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"update-1, update", "update-multilateral, submission", "summary-1, summary"})
  void ofOneTypeDoNotKeepAnothersSchema(String example) {
    assertThat(Schemas.errors("notification", json(Approved.onOneLine(example)))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"update-3, update", "summary-2, summary", "notification-3, notification"})
  void haveEveryFieldThatTheSchemaHas(String example, String schema) {
    Set<String> inSchema = names(Schemas.json(schema).get("properties"));

    assertThat(names(json(Approved.onOneLine(example)))).isEqualTo(inSchema);
  }

  static Stream<Arguments> recordsInExamples() {
    return Stream.of(
        Arguments.of("summary-2", "", Summary.class),
        Arguments.of("summary-2", "parties", NamedParty.class),
        Arguments.of("summary-2", "text", Sentence.class),
        Arguments.of("summary-2", "inForce", StandingThread.class),
        Arguments.of("summary-2", "inForce/superseded", StandingThread.Superseded.class),
        Arguments.of("summary-2", "claims", Claim.class),
        Arguments.of("summary-2", "claims/attributedTo", Attribution.class),
        Arguments.of("summary-2", "claims/responses", Claim.Answer.class),
        Arguments.of("summary-2", "latest/visit", CountedUpdate.class),
        Arguments.of("summary-2", "recent", CountedUpdate.class),
        Arguments.of("summary-2", "withdrawn", Withdrawal.class),
        Arguments.of("notification-3", "", Notification.class),
        Arguments.of("notification-3", "update", Notification.About.class),
        Arguments.of("notification-3", "changes", Notification.Change.class));
  }

  @ParameterizedTest
  @MethodSource("recordsInExamples")
  void haveEveryFieldThatTheRecordsHave(String example, String path, Class<?> record) {
    Set<String> names = new TreeSet<>();
    collect(json(Approved.onOneLine(example)), path, names);

    assertThat(names).isEqualTo(components(record));
  }

  /** A climate has a score, or it is quiet. */
  @Test
  void haveEveryFieldOfAClimateThatHasAScoreAndOfOneThatIsQuiet() {
    Set<String> names = new TreeSet<>();
    collect(json(Approved.onOneLine("summary-3")), "climate", names);
    collect(json(Approved.onOneLine("summary-4")), "climate", names);

    assertThat(names).isEqualTo(components(Climate.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"summary-1", "notification-1"})
  void ofAFutureWithMoreFieldsAreStillRead(String example) {
    String future = Approved.onOneLine(example).replaceFirst("\\{", "{\"future\":{\"a\":[1]},");
    byte[] value = future.getBytes(StandardCharsets.UTF_8);

    Relationship relationship =
        example.startsWith("s")
            ? good(SummaryJson.read(value)).relationship()
            : good(NotificationJson.read(value)).relationship();

    assertThat(relationship).hasToString("IRN-PAK");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"relationship\":\"IRN\"}",
        "{\"relationship\":\"IRN-XX\\u0007\"}",
        "{\"relationship\":7,\"relationship\":7}"
      })
  void otherBytesAreAProblemAndNoException(String bytes) {
    byte[] value = bytes.getBytes(StandardCharsets.UTF_8);

    assertThat(Submissions.problems(SummaryJson.read(value)))
        .hasSize(1)
        .allSatisfy(problem -> assertThat(problem.message()).matches("\\P{Cc}+"));
    assertThat(Submissions.problems(NotificationJson.read(value)))
        .hasSize(1)
        .allSatisfy(problem -> assertThat(problem.message()).matches("\\P{Cc}+"));
  }

  private static String between(String submission, String actor, String counterpart) {
    return submission.replace(
        "\"parties\":[\"TUR\",\"IRN\",\"PAK\"]",
        "\"actor\":\"%s\",\"counterpart\":\"%s\"".formatted(actor, counterpart));
  }

  private static Set<String> names(JsonNode object) {
    return new TreeSet<>(object.propertyNames());
  }

  /** The names of all objects at this path, through lists. */
  private static void collect(JsonNode at, String path, Set<String> names) {
    if (at.isArray()) {
      at.forEach(element -> collect(element, path, names));
    } else if (path.isEmpty()) {
      names.addAll(at.propertyNames());
    } else if (at.has(path.replaceFirst("/.*", ""))) {
      String rest = path.contains("/") ? path.substring(path.indexOf('/') + 1) : "";
      collect(at.get(path.replaceFirst("/.*", "")), rest, names);
    }
  }

  private static Set<String> components(Class<?> record) {
    Set<String> names = new TreeSet<>();
    Arrays.stream(record.getRecordComponents()).map(RecordComponent::getName).forEach(names::add);
    return names;
  }
}
