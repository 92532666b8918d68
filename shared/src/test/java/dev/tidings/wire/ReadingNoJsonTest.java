package dev.tidings.wire;

import static dev.tidings.wire.Submissions.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.update.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingNoJsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"uri\"}",
        "{'uri': 'a'}",
        "{uri: 1}",
        "{\"a\": 1,}",
        "[1 2]",
        "\"open",
        "\"tab\tin text\"",
        "\"\\x\"",
        "\"\\u12g4\"",
        "nul",
        "NaN",
        "Infinity",
        "01",
        "+1",
        "1.",
        ".5",
        "1e",
        "0x10",
        "// comment\n{}",
        "/* comment */ {}",
        "\uFEFF{}",
        "\u0000",
      })
  void isRefusedInOneLineThatSaysWhere(String text) {
    List<Problem> problems = problems(JsonText.parse(text.getBytes(StandardCharsets.UTF_8)));

    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).field()).isEmpty();
    assertThat(problems.get(0).message()).matches("no JSON at character \\d+: \\P{Cc}+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{} {}", "{}x", "{}]", "{} 1", "{}\n{}"})
  void followedByMoreIsRefused(String text) {
    assertThat(problems(JsonText.parse(text.getBytes(StandardCharsets.UTF_8)))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[1}",
        "{\"a\": 1]",
        "{} {}",
        "{\"a\": NaN}",
        "{\"a\": -Infinity}",
        "{\"a\": +1}",
        "/* comment */ {}",
        "{\"a\": 11111111111111111111111111111111111111111}",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
      })
  void saysNothingOfOurSettingsAndClasses(String text) {
    assertThat(message(text))
        .startsWith("no JSON")
        .doesNotContainPattern("`|Source|Feature|Constraints|JsonToken|#UNKNOWN");
  }

  @Test
  void namesTheCharacter() {
    assertThat(message("{\"a\": x}")).startsWith("no JSON at character 7: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"uri\": \"urn:a\", \"uri\": \"urn:b\"}",
        "{\"a\": {\"b\": 1, \"b\": 1}}",
        "{\"\\u0075ri\": 1, \"uri\": 1}"
      })
  void withAKeyTwiceIsRefused(String text) {
    assertThat(message(text)).containsIgnoringCase("duplicate");
  }

  private static String message(String text) {
    return problems(JsonText.parse(text.getBytes(StandardCharsets.UTF_8))).get(0).message();
  }
}
