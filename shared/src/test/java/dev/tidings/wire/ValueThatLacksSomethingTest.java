package dev.tidings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** Somewhere in a notification or a summary is null, or something of another shape. */
class ValueThatLacksSomethingTest {

  @Test
  void isANotificationOnlyWithoutWhatMayBeAbsent() {
    assertThat(goodWith("null", "notification-2", NotificationJson::read, NotificationJson::write))
        .containsExactlyInAnyOrder(
            "/update/concerning",
            "/changes/0/before",
            "/changes/0/after",
            "/changes/1/before",
            "/changes/2/after");
  }

  @Test
  void isASummaryOnlyWithoutWhatMayBeAbsent() {
    assertThat(goodWith("null", "summary-1", SummaryJson::read, SummaryJson::write))
        .isNotEmpty()
        .allMatch(
            path ->
                path.matches(
                    "(.*/(terms|until|by|attributedTo|party|name|role|edNote))|/(first|last)Occurred"
                        + "|/climate/(score|trend|change)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "[]", "[null]", "\"\"", "\"x\"", "true", "-1", "1e999999999", "1E-400"})
  void isReadAgainAsTheSameOrIsAProblem(String other) {
    assertThat(goodWith(other, "notification-2", NotificationJson::read, NotificationJson::write))
        .doesNotContain("/relationship", "/reason", "/occurred", "/update");
    assertThat(goodWith(other, "summary-1", SummaryJson::read, SummaryJson::write))
        .doesNotContain("/relationship", "/climate");
  }

  @Test
  void saysWhatIsMissingAndWhere() {
    String json = Approved.onOneLine("notification-2");

    assertThat(NotificationJson.read(bytes(json.replace("\"standing\":\"confirmed\",", ""))))
        .isEqualTo(Reading.bad("update.standing", "nothing there; expected a value"));
    assertThat(NotificationJson.read(bytes(json.replace("\"path\":\"inForce/border\",", ""))))
        .isEqualTo(Reading.bad("changes[1].path", "nothing there; expected a value"));
    assertThat(
            NotificationJson.read(
                bytes(
                    "{\"urgency\":5,\"revision\":1,\"changes\":[],\"issued\":\"2024-01-17T10:00:00Z\"}")))
        .isEqualTo(Reading.bad("id", "nothing there; expected a value"));
  }

  @Test
  void hasAnUrgencyAndAnInstantThatEveryOutputCanWrite() {
    String json = Approved.onOneLine("notification-2");

    assertThat(
            Submissions.problems(
                NotificationJson.read(
                    bytes(json.replace("2024-01-17T10", "+1000000000-12-31T10")))))
        .hasSize(1);
    assertThat(
            Submissions.problems(
                    NotificationJson.read(bytes(json.replace("\"urgency\":2", "\"urgency\":0"))))
                .get(0)
                .message())
        .contains("expected 1 … 9");
  }

  /** Where a value may stand instead of what is there: what comes of it crosses a topic. */
  private static <T> List<String> goodWith(
      String other, String example, Function<byte[], Reading<T>> read, Function<T, byte[]> write) {
    String document = Approved.onOneLine(example);
    List<String> good = new ArrayList<>();
    for (String path : paths(Submissions.json(document), "").toList()) {
      JsonNode changed = Submissions.json(document);
      put(new RawValue(other), path, changed);
      if (read.apply(Submissions.bytes(changed)) instanceof Reading.Good<T> found) {
        assertThat(read.apply(write.apply(found.value()))).isEqualTo(found);
        good.add(path);
      }
    }
    return good;
  }

  private static void put(RawValue value, String path, JsonNode into) {
    JsonNode owner = into.at(path.substring(0, path.lastIndexOf('/')));
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (owner instanceof ObjectNode object) {
      object.putRawValue(name, value);
    } else if (owner instanceof ArrayNode array) {
      array.remove(Integer.parseInt(name));
      array.insertRawValue(Integer.parseInt(name), value);
    }
  }

  private static Stream<String> paths(JsonNode node, String at) {
    Stream<String> names =
        node.isArray()
            ? IntStream.range(0, node.size()).mapToObj(Integer::toString)
            : node.propertyNames().stream();
    return names.flatMap(
        name ->
            Stream.concat(Stream.of(at + "/" + name), paths(node.at("/" + name), at + "/" + name)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
