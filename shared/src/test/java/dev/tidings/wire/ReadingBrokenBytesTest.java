package dev.tidings.wire;

import static dev.tidings.wire.Submissions.bytes;
import static dev.tidings.wire.Submissions.good;
import static dev.tidings.wire.Submissions.problems;
import static dev.tidings.wire.Submissions.smallest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.update.Problem;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingBrokenBytesTest {

  @ParameterizedTest
  @CsvSource({
    "alone continuation,        80,       2",
    "impossible byte,           ff,       2",
    "truncated 2 of 2,          c3,       2",
    "truncated 3 of 4,          f09f9a,   2",
    "overlong slash,            c0af,     2",
    "overlong nought,           c080,     2",
    "overlong in 3,             e080af,   2",
    "high surrogate,            eda080,   2",
    "low surrogate,             edb080,   2",
    "surrogate pair in 6 bytes, eda0bdedb280, 2",
    "above U+10FFFF,            f4908080, 2",
    "after a good character,    c3a9ff,   4",
  })
  void areRefusedWithTheirPlace(String what, String hex, int at) {
    byte[] json = quoted(HexFormat.of().parseHex(hex));

    assertThat(problems(JsonText.parse(json)))
        .as(what)
        .containsExactly(new Problem("", "byte %d is not UTF-8".formatted(at)));
  }

  @Test
  void truncatedAtTheEndAreRefused() {
    assertThat(problems(JsonText.parse(HexFormat.of().parseHex("22f09f9a"))))
        .extracting(Problem::message)
        .containsExactly("byte 2 is not UTF-8");
  }

  @Test
  void inAnotherEncodingAreRefused() {
    byte[] utf16 = "{\"uri\": \"urn:a\"}".getBytes(StandardCharsets.UTF_16);

    assertThat(problems(JsonText.parse(utf16))).hasSize(1);
  }

  @Test
  void ofAnUpdateAreThatUpdatesProblem() {
    byte[] json = bytes(smallest().put("headline", "é"));
    json[new String(json, StandardCharsets.ISO_8859_1).indexOf('Ã')] = (byte) 0xff;

    assertThat(problems(UpdateJson.read(json)))
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).matches("byte \\d+ is not UTF-8"));
  }

  @Test
  void thatAreNotThereAreAProblem() {
    List<Problem> expected = List.of(new Problem("", "nothing there; expected a JSON object"));

    assertThat(problems(JsonText.parse(null))).isEqualTo(expected);
    assertThat(problems(JsonText.parse(new byte[0]))).isEqualTo(expected);
    assertThat(problems(JsonText.parse(" \n".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(expected);
    assertThat(problems(UpdateJson.read(null))).isEqualTo(expected);
  }

  @Test
  void thatAreGoodAreReadWhateverTheScript() {
    String text = "ایران 🚀 é";

    assertThat(good(JsonText.parse(quoted(text.getBytes(StandardCharsets.UTF_8)))).stringValue())
        .isEqualTo(text);
  }

  private static byte[] quoted(byte[] inner) {
    byte[] json = new byte[inner.length + 2];
    json[0] = '"';
    System.arraycopy(inner, 0, json, 1, inner.length);
    json[json.length - 1] = '"';
    return json;
  }
}
