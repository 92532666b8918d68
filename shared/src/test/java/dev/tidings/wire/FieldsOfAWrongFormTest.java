package dev.tidings.wire;

import static dev.tidings.wire.Submissions.accepted;
import static dev.tidings.wire.Submissions.bytes;
import static dev.tidings.wire.Submissions.full;
import static dev.tidings.wire.Submissions.good;
import static dev.tidings.wire.Submissions.json;
import static dev.tidings.wire.Submissions.problems;
import static dev.tidings.wire.Submissions.refused;
import static dev.tidings.wire.Submissions.smallest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.update.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class FieldsOfAWrongFormTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "uri           | 7                   | uri               | a number; expected text",
        "headline      | true                | headline          | true or false; expected text",
        "kind          | ['visit']           | kind              | a list; expected text",
        "occurred      | {}                  | occurred          | an object; expected text",
        "occurred      | 1950                | occurred          | a number; expected text",
        "version       | '1'                 | version           | '1'; expected a whole number",
        "version       | 1.5                 | version           | '1.5'; expected a whole number",
        "version       | []                  | version           | a list; expected a whole number",
        "version       | 2147483648          | version           | '2147483648'; expected a whole number",
        "version       | 0                   | version           | 0; expected 1 … 1000000",
        "version       | 1000001             | version           | 1000001; expected 1 … 1000000",
        "version       | -2147483648         | version           | -2147483648; expected 1 … 1000000",
        "urgency       | 0                   | urgency           | 0; expected 1 … 9",
        "urgency       | 10                  | urgency           | 10; expected 1 … 9",
        "urgency       | 'high'              | urgency           | 'high'; expected a whole number",
        "concerning    | 'ISR'               | concerning        | text; expected a list",
        "concerning    | [7]                 | concerning[0]     | a number; expected text",
        "concerning    | ['ISR', null]       | concerning[1]     | nothing; expected text",
        "people        | {}                  | people            | an object; expected a list",
        "people        | ['name']            | people[0]         | text; expected an object",
        "people        | [null]              | people[0]         | nothing; expected an object",
        "people        | [{}]                | people[0].name    | missing",
        "people        | [{'name': 7}]       | people[0].name    | a number; expected text",
        "sources       | [{'name': 'a'}, {}] | sources[1].name   | missing",
        "sources       | [{'name': 'a', 'doubts': 'not-root'}] | sources[0].doubts | text; expected a list",
        "sources       | [{'name': 'a', 'doubts': [7]}] | sources[0].doubts[0] | a number; expected text",
        "thread        | 'ties'              | thread            | text; expected an object",
        "thread        | {'id': 'ties'}      | thread.effect     | missing",
        "responds      | {'position': 'denies'} | responds.uri   | missing",
        "attributedTo  | {}                  | attributedTo      | nobody; expected at least one of party, name, role",
        "parties       | 'IRN'               | parties           | text; expected a list",
      })
  void areNamedWithWhatWasFoundAndExpected(
      String name, String value, String field, String message) {
    ObjectNode update = smallest();
    if (name.equals("parties")) {
      update.remove(List.of("actor", "counterpart"));
    }
    update.set(name, json(value.replace('\'', '"')));

    assertThat(refused(update)).containsExactly(new Problem(field, message));
  }

  @ParameterizedTest
  @ValueSource(strings = {"uri", "kind", "mode", "occurred", "actor", "counterpart", "headline"})
  void areMissedWhenTheyMustBeThere(String name) {
    assertThat(refused(smallest().without(name))).containsExactly(new Problem(name, "missing"));
    assertThat(refused(smallest().putNull(name))).containsExactly(new Problem(name, "missing"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "\"text\"", "true", "null", "[{}]"})
  void areNothingToAnUpdateThatIsNoObject(String text) {
    JsonNode json = json(text);

    assertThat(refused(json))
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).endsWith("; expected an object"));
    assertThat(problems(UpdateJson.read(bytes(json)))).hasSize(1);
  }

  @Test
  void thatAreNullAreAbsent() {
    ObjectNode update = smallest().put("versionCreated", "2024-01-01T00:00:00Z");
    ObjectNode nulls = update.deepCopy();
    full().propertyNames().stream().filter(name -> !update.has(name)).forEach(nulls::putNull);
    nulls.putNull("parties");

    assertThat(accepted(nulls)).isEqualTo(accepted(update));
    assertThat(good(UpdateJson.read(bytes(nulls)))).isEqualTo(accepted(update));
  }

  @Test
  void insideAnObjectThatAreNullAreAbsent() {
    ObjectNode update = smallest();
    update.putArray("people").addObject().put("name", "Ayub Khan").putNull("role").putNull("party");
    update.putObject("thread").put("id", "ties").put("effect", "begins").putNull("until");

    assertThat(accepted(update).people().get(0).role()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-01-16",
        "2024-01-16T21:30",
        "2024-01-16T21:30Z",
        "2024-01-16T21:30:00",
        "2024-01-16 21:30:00Z",
        "2024-01-16T24:00:00Z",
        "2024-01-16T21:30:60Z",
        "2024-02-30T00:00:00Z",
        "2024-01-16T21:30:00.Z",
        "2024-01-16T21:30:00.0123456789Z",
        "2024-01-16T21:30:00+5",
        "2024-01-16T21:30:00+19:00",
        "2024-01-16T21:30:00+03:30:15",
        "2024-01-16T21:30:00+03:30[Asia/Tehran]",
        "+12024-01-16T21:30:00Z",
        "0000-01-01T00:00:00Z",
        "Tuesday",
        "",
      })
  void areNoInstants(String text) {
    assertThat(refused(smallest().put("embargoedUntil", text)))
        .containsExactly(
            new Problem(
                "embargoedUntil",
                "'%s'; expected an RFC 3339 instant, as in 2024-01-16T21:30:00Z".formatted(text)));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-16T21:30:00Z,           2024-01-16T21:30:00Z",
    "2024-01-16t21:30:00z,           2024-01-16T21:30:00Z",
    "2024-01-16T21:30:00.5Z,         2024-01-16T21:30:00.500Z",
    "2024-01-16T21:30:00.123456789Z, 2024-01-16T21:30:00.123456789Z",
    "2024-01-16T21:30:00+03:30,      2024-01-16T18:00:00Z",
    "2024-01-16T21:30:00-00:00,      2024-01-16T21:30:00Z",
    "9999-12-31T23:59:59Z,           9999-12-31T23:59:59Z",
  })
  void areInstants(String text, String instant) {
    assertThat(accepted(smallest().put("embargoedUntil", text)).embargoedUntil())
        .isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9999-12-31T23:59:59-18:00", "0001-01-01T00:00:00+18:00"})
  void areNoInstantsOfAYearThatWeCouldNotReadAgain(String text) {
    assertThat(refused(smallest().put("embargoedUntil", text))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"embargoedUntil", "versionCreated"})
  void neverLeaveInAFormThatWeDoNotRead(String name) {
    ObjectNode update = smallest().put(name, "0001-01-01T00:00:00+00:00");

    byte[] written = UpdateJson.write(accepted(update));

    assertThat(good(UpdateJson.read(written))).isEqualTo(accepted(update));
  }

  @Test
  void thatDisagreeAreNamed() {
    assertThat(refused(smallest().put("mode", "strike")))
        .containsExactly(
            new Problem(
                "mode",
                "'strike' is no mode of visit; expected one of state-visit, visit, meeting,"
                    + " multilateral, call, mediation"));
    assertThat(refused(smallest().put("counterpart", "IRN")))
        .extracting(Problem::field)
        .containsExactly("counterpart");
    assertThat(refused(smallest().put("standing", "claimed")))
        .extracting(Problem::field)
        .containsExactly("attributedTo");
  }
}
