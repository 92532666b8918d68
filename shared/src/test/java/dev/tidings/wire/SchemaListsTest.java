package dev.tidings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.notification.Reason;
import dev.tidings.party.Party;
import dev.tidings.summary.ClaimStatus;
import dev.tidings.summary.ThreadState;
import dev.tidings.summary.Trend;
import dev.tidings.update.Doubt;
import dev.tidings.update.Effect;
import dev.tidings.update.Kind;
import dev.tidings.update.KnownSector;
import dev.tidings.update.Mode;
import dev.tidings.update.Position;
import dev.tidings.update.PubStatus;
import dev.tidings.update.Standing;
import dev.tidings.update.WireWord;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SchemaListsTest {

  static Stream<Arguments> lists() {
    return Stream.of(
        Arguments.of("update", "/$defs/kind", Kind.values()),
        Arguments.of("update", "/$defs/standing", Standing.values()),
        Arguments.of("update", "/$defs/effect", Effect.values()),
        Arguments.of("update", "/$defs/position", Position.values()),
        Arguments.of("update", "/$defs/pubStatus", PubStatus.values()),
        Arguments.of("update", "/$defs/doubt", Doubt.values()),
        Arguments.of("summary", "/$defs/thread/properties/state", ThreadState.values()),
        Arguments.of("summary", "/$defs/claim/properties/status", ClaimStatus.values()),
        Arguments.of("summary", "/properties/climate/properties/trend", Trend.values()),
        Arguments.of("notification", "/properties/reason", Reason.values()));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void areThoseOfTheCode(String schema, String path, WireWord[] words) {
    JsonNode list = Schemas.json(schema).at(path).get("enum");

    assertThat(texts(list)).isEqualTo(Arrays.stream(words).map(WireWord::word).toList());
  }

  @Test
  void ofSectorsAreThoseOfTheCode() {
    assertThat(texts(Schemas.json("update").at("/$defs/knownSector/enum")))
        .isEqualTo(Arrays.stream(KnownSector.values()).map(Enum::name).toList());
  }

  @Test
  void ofModesAreThoseOfTheCodeForEachKind() {
    Map<String, List<String>> inSchema = new LinkedHashMap<>();
    for (JsonNode rule : Schemas.json("update").at("/$defs/modeOfKind/allOf")) {
      inSchema.put(
          rule.at("/if/properties/kind/const").stringValue(),
          texts(rule.at("/then/properties/mode/enum")));
    }
    Map<String, List<String>> inCode = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      inCode.put(
          kind.word(),
          Arrays.stream(Mode.values()).filter(m -> m.kind() == kind).map(Mode::word).toList());
    }

    assertThat(inSchema).isEqualTo(inCode);
  }

  @Test
  void ofPartiesAreAPatternThatAllHave() {
    String pattern = Schemas.json("update").at("/$defs/party/pattern").stringValue();

    assertThat(Arrays.stream(Locale.getISOCountries()).filter(c -> !c.equals("AN")))
        .allSatisfy(
            alpha2 -> {
              String code = new Locale.Builder().setRegion(alpha2).build().getISO3Country();
              assertThat(Party.isKnown(code)).as(code).isTrue();
              assertThat(code).matches(pattern);
            });
    assertThat(organisations())
        .hasSizeGreaterThan(60)
        .allMatch(code -> code.matches(pattern) && Party.isKnown(code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"update", "submission", "summary", "notification"})
  void standInASchemaOf202012WithItsOwnId(String name) {
    JsonNode schema = Schemas.json(name);

    assertThat(schema.get("$schema").stringValue())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(schema.get("$id").stringValue())
        .isEqualTo("https://tidings.dev/schemas/" + name + ".json");
  }

  @Test
  void aSubmissionHasTheFieldsOfAnUpdateAndParties() {
    List<String> expected = new java.util.ArrayList<>(names("update"));
    expected.add("parties");

    assertThat(names("submission")).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static List<String> organisations() {
    return Approved.text("/dev/tidings/party/organisations.tsv")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.replaceFirst("\t.*", ""))
        .toList();
  }

  private static List<String> names(String schema) {
    return List.copyOf(Schemas.json(schema).get("properties").propertyNames());
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::stringValue).toList();
  }
}
