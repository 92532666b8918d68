package dev.tidings.wire;

import static dev.tidings.wire.Submissions.good;
import static dev.tidings.wire.Submissions.problems;
import static dev.tidings.wire.Submissions.refused;
import static dev.tidings.wire.Submissions.smallest;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.tidings.update.Problem;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ReadingOversizeTest {

  @Test
  void aDocumentMayHave256KiB() {
    String most = "[" + " ".repeat(256 * 1_024 - 2) + "]";

    assertThat(good(parsed(most)).isArray()).isTrue();
    assertThat(problems(parsed(most + " ")))
        .containsExactly(new Problem("", "262145 bytes; expected at most 262144"));
  }

  @Test
  void aTextMayHave64KiB() {
    String most = "x".repeat(64 * 1_024);

    assertThat(good(parsed("\"" + most + "\"")).stringValue()).isEqualTo(most);
    assertThat(problems(parsed("\"" + most + "x\""))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{}"})
  void nestingMayBe32Deep(String brackets) {
    assertThat(good(parsed(nested(brackets, 32)))).isNotNull();
    assertThat(problems(parsed(nested(brackets, 33)))).hasSize(1);
    assertThat(problems(parsed(nested(brackets, 30_000)))).hasSize(1);
  }

  @Test
  void aDeepUnknownFieldOfAnUpdateIsRefusedToo() {
    String update = smallest().toString();
    String deep =
        update.substring(0, update.length() - 1) + ",\"future\":" + nested("[]", 32) + "}";

    assertThat(problems(UpdateJson.read(deep.getBytes(StandardCharsets.UTF_8)))).hasSize(1);
  }

  @Test
  void aNumberMayHave40Digits() {
    assertThat(good(parsed("1".repeat(40))).isNumber()).isTrue();
    assertThat(problems(parsed("1".repeat(41)))).hasSize(1);
  }

  @Test
  void ofVeryManyProblemsAHundredAreTold() {
    ObjectNode update = smallest();
    for (int i = 0; i < 150; i++) {
      update.put("unknown" + i, i);
    }

    List<Problem> problems = refused(update);

    assertThat(problems).hasSize(101);
    assertThat(problems.get(100)).isEqualTo(new Problem("", "and 50 more problems"));
  }

  /** Of 40,000 fields: their tree is made before, and here they are only looked at and counted. */
  @Test
  void veryManyUnknownFieldsAreOnlyCounted() {
    ObjectNode update = smallest();
    for (int i = 0; i < 40_000; i++) {
      update.put("u" + i, 1);
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();

    List<Problem> problems = refused(update);

    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(8_000_000);
    assertThat(problems.get(100)).isEqualTo(new Problem("", "and 39900 more problems"));
  }

  @Test
  void aVeryLongListIsOneProblem() {
    ObjectNode update = smallest();
    ArrayNode concerning = update.putArray("concerning");
    for (int i = 0; i < 40_000; i++) {
      concerning.add("?");
    }

    assertThat(refused(update))
        .containsExactly(new Problem("concerning", "40000 entries; expected far fewer"));
  }

  @Test
  void aProblemQuotesLittleOfALongText() {
    String text = "\u001B]0;".repeat(10_000);
    ObjectNode update =
        smallest()
            .put("uri", text)
            .put("kind", text)
            .put("occurred", text)
            .put("actor", text)
            .put("versionCreated", text)
            .put("language", text)
            .put(text, 1);
    update.putObject("thread").put("id", text).put("effect", text);

    assertThat(refused(update))
        .hasSizeGreaterThan(7)
        .allSatisfy(problem -> assertThat(problem.toString()).matches("\\P{Cc}{1,1000}"));
  }

  private static Reading<JsonNode> parsed(String text) {
    return JsonText.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String nested(String brackets, int depth) {
    return brackets.equals("[]")
        ? "[".repeat(depth) + "]".repeat(depth)
        : "{\"a\":".repeat(depth - 1) + "{}" + "}".repeat(depth - 1);
  }
}
