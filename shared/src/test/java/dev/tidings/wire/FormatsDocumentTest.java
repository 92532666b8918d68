package dev.tidings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.notification.Reason;
import dev.tidings.update.Contribution;
import dev.tidings.update.Doubt;
import dev.tidings.update.Kind;
import dev.tidings.update.KnownSector;
import dev.tidings.update.Mode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docs/formats.md} says what the code does. */
class FormatsDocumentTest {

  private static final String DOCUMENT = document();

  @Test
  void hasTheCodesTableOfModes() {
    List<String> table =
        DOCUMENT
            .lines()
            .filter(line -> line.matches("\\| `[a-z]+` \\| `[a-z-]+` \\| [A-Z–].*"))
            .toList();

    assertThat(table)
        .isEqualTo(Arrays.stream(Mode.values()).map(FormatsDocumentTest::row).toList());
  }

  @Test
  void hasTheCodesTableOfSectors() {
    List<String> table =
        DOCUMENT
            .lines()
            .filter(line -> line.matches("\\| `[A-Z]{3}` \\| .*"))
            .map(line -> line.replaceFirst("^(\\| `[A-Z]{3}` \\|) [^|]+ \\|", "$1"))
            .toList();

    assertThat(table)
        .isEqualTo(
            Arrays.stream(KnownSector.values())
                .map(s -> "| `%s` | %s |".formatted(s, s.actsForState() ? "yes" : "no"))
                .toList());
  }

  @Test
  void hasTheCodesTableOfDoubts() {
    List<String> table =
        DOCUMENT
            .lines()
            .filter(line -> line.matches("\\| `[a-z-]+` \\| .* \\| (half|one) \\|"))
            .map(line -> line.replaceFirst("^(\\| `[a-z-]+` \\|) .* \\|( [a-z]+ \\|)$", "$1$2"))
            .toList();

    assertThat(table)
        .isEqualTo(
            Arrays.stream(Doubt.values())
                .map(d -> "| `%s` | %s |".formatted(d.word(), d.halves() ? "half" : "one"))
                .toList());
  }

  static List<String> jsonExamples() {
    return examples("json");
  }

  @ParameterizedTest
  @MethodSource("jsonExamples")
  void hasExamplesThatAreAccepted(String example) {
    assertThat(Submissions.submitted(Submissions.json(example))).isInstanceOf(Reading.Good.class);
    assertThat(Schemas.errors("submission", Submissions.json(example))).isEmpty();
  }

  @Test
  void hasThreeJsonExamplesAndOneOfCsv() {
    assertThat(jsonExamples()).hasSize(3);
    assertThat(examples("csv")).hasSize(1);
  }

  @Test
  void namesEveryFieldOfASubmissionInItsTable() {
    assertThat(Schemas.json("submission").get("properties").propertyNames())
        .allSatisfy(name -> assertThat(DOCUMENT).contains("\n| `" + name + "` | "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"summary", "notification"})
  void namesEveryFieldThatComesOut(String schema) {
    assertThat(Schemas.json(schema).get("properties").propertyNames())
        .allSatisfy(name -> assertThat(DOCUMENT).contains("`" + name + "`"));
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void namesEveryTopicWithItsPartitionsAndWhatItKeeps(Topic topic) {
    String partitions = topic.isDivided() ? Integer.toString(Topic.PARTITIONS) : "1";
    boolean isCompacted = "compact".equals(topic.settings().get("cleanup.policy"));
    String kept = isCompacted ? "the latest of each key (compacted)" : "for ever";

    assertThat(DOCUMENT)
        .containsPattern(
            "\\| `%s` \\| [^|]+ \\| [^|]+ \\| %s \\| %s \\|"
                .formatted(topic.topicName(), partitions, Pattern.quote(kept)));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void saysWhichTopicCarriesAKind(Kind kind) {
    assertThat(DOCUMENT)
        .contains("| `%s` | `%s` updates |".formatted(Topic.of(kind).topicName(), kind.word()));
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void namesEveryReasonOfANotification(Reason reason) {
    assertThat(DOCUMENT).contains("`" + reason.word() + "`");
  }

  @Test
  void namesEveryHeader() {
    CloudEvents.record(Submissions.accepted(Submissions.full()))
        .headers()
        .forEach(header -> assertThat(DOCUMENT).contains("| `" + header.key() + "` |"));
    assertThat(
            List.of(Rejections.REASON, Rejections.TOPIC, Rejections.PARTITION, Rejections.OFFSET))
        .allSatisfy(header -> assertThat(DOCUMENT).contains("| `" + header + "` |"));
  }

  private static String row(Mode mode) {
    return "| `%s` | `%s` | %s | %s | %s | %s |"
        .formatted(
            mode.kind().word(),
            mode.word(),
            mode.plover().equals("-") ? "–" : mode.plover(),
            weight(mode.weightTenths()),
            mode.urgency(),
            mode.thread().map(FormatsDocumentTest::thread).orElse("–"));
  }

  private static String thread(Contribution thread) {
    return "`" + thread.id() + "` " + thread.effect().word();
  }

  private static String weight(int tenths) {
    int size = Math.abs(tenths);
    String sign = tenths > 0 ? "+" : "−";
    return tenths == 0 ? "0" : sign + size / 10 + "." + size % 10;
  }

  private static List<String> examples(String language) {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(DOCUMENT)
        .results()
        .map((MatchResult example) -> example.group(1))
        .toList();
  }

  private static String document() {
    try {
      return Files.readString(Path.of("..", "docs", "formats.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
