package dev.tidings.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The command is asked in a way that it cannot understand, or for what it cannot do. */
class WrongUsageTest {

  private static final String A_CSV = existing("a.csv");

  @TempDir Path folder;

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(
            "no command; expected one of up, replay, publish, show, watch, topics, principals, gateway",
            new String[] {}),
        Arguments.of("replay", new String[] {"repaly"}),
        Arguments.of("--show", new String[] {"replay", "--shwo", "IRN-PAK"}),
        Arguments.of("unknown party 'XX'", new String[] {"replay", "--show", "IRN-XX"}),
        Arguments.of(
            "expected a day, as in 2024-01-18", new String[] {"replay", "--as-of", "1950"}),
        Arguments.of(
            "expected an RFC 3339 instant", new String[] {"replay", "--known-at", "today"}),
        Arguments.of("expected one of jsonl", new String[] {"replay", "--format", "xml", "a"}),
        Arguments.of("its name does not tell its format", new String[] {"replay", "a.txt"}),
        Arguments.of("no FILE", new String[] {"publish"}),
        Arguments.of(
            "nowhere.tsv: no such file",
            new String[] {"replay", "--names", "nowhere.tsv", "a.csv"}),
        Arguments.of(
            "is named twice; expected a file each for --names, --unknown and --refused",
            new String[] {"publish", "--refused", "b", "--unknown", "./b", "a.csv"}),
        Arguments.of(
            "a.csv is an input; expected another file for unknown names",
            new String[] {"publish", "--unknown", A_CSV, A_CSV}));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  void isToldWhatIsRight(String said, String[] args) {
    Run run = Run.of(args);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(said).contains("--help");
  }

  @Test
  void everyBrokenRowOfATableOfNamesIsNamedWithWhereAndWhatIsExpected() throws IOException {
    Path names =
        Files.writeString(
            folder.resolve("names.tsv"), "Somebody\tXX\tGOV\n# a note\nNobody\tIRN\tKING\n");

    Run run = Run.of("replay", "--names", names.toString(), "--format", "quads", "a.tsv");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains(names + ":1: unknown party 'XX'; expected an ISO 3166-1 alpha-3 code")
        .contains(names + ":3: unknown sector 'KING'; expected one of GOV, JUD, LEG,");
  }

  @Test
  void publishingToAKafkaThatIsNotThereFailsInOneLine() throws IOException {
    Path file = Files.writeString(folder.resolve("a.jsonl"), "{}\n");

    Run run = Run.of("publish", "--kafka", "127.0.0.1:1", file.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("tidings: no Kafka answers at 127.0.0.1:1");
  }

  @Test
  void aRefusedLineIsNamedAndTheRestIsFolded() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.jsonl"),
            """
            {"uri":"test:1","kind":"visit","mode":"visit","occurred":"2024","actor":"IRN","counterpart":"XX","headline":"h","mood":1}
            {"uri":"test:2","kind":"visit","mode":"visit","occurred":"2024","actor":"IRN","counterpart":"PAK","headline":"h"}
            """);

    Run run = Run.of("replay", "--json", file.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out().lines()).hasSize(1);
    assertThat(run.err())
        .contains(file + ":1: counterpart: unknown party 'XX'; expected")
        .contains("mood: unknown field; expected one of");
  }

  private static String existing(String name) {
    try {
      return Files.createTempFile("wrong-usage-", name).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
