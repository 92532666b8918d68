package dev.tidings.publish;

import static dev.tidings.publish.Kafka.file;
import static dev.tidings.publish.Rows.json;
import static dev.tidings.publish.Rows.quad;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.intake.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file with lines that are refused. */
class RefusedLinesTest {

  private static final String GOOD = quad("2018-10-31", "Iran", "Consult", "Pakistan");

  @TempDir Path folder;

  @Test
  void areKeptAsTheyCameAndTheRestIsPublished() throws IOException {
    Kafka kafka = Kafka.embedded();
    ByteArrayOutputStream bad = new ByteArrayOutputStream();
    bad.writeBytes("too\tfew\r\n".getBytes(StandardCharsets.UTF_8));
    bad.writeBytes(new byte[] {'x', (byte) 0xFF, '\n'});
    bad.writeBytes(("y".repeat(600_000) + "\n").getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(bad.toByteArray());
    all.writeBytes(GOOD.getBytes(StandardCharsets.UTF_8));
    Path file = Files.write(folder.resolve("a.tsv"), all.toByteArray());
    Path refused = folder.resolve("refused.tsv");

    Kafka.Run run =
        Kafka.run(Kafka.request(Format.QUADS, List.of(file), kafka.client(), false, refused));

    assertThat(refused).hasBinaryContent(bad.toByteArray());
    assertThat(run.account().refused()).isEqualTo(3);
    assertThat(run.account().isClean()).isFalse();
    assertThat(kafka.published()).hasSize(1);
  }

  @Test
  void areKeptUnderTheirHeaderSoThatTheyCanBeMended() {
    Kafka kafka = Kafka.embedded();
    String header = "uri,kind,mode,occurred,actor,counterpart,headline";
    String good = "test:csv,visit,visit,2024,IRN,PAK,A visit";
    String bad = good.replace("IRN", "XX");
    Path file = file(folder, "a.csv", header, bad, good, bad);
    Path refused = folder.resolve("refused.csv");

    Kafka.run(Kafka.request(Format.CSV, List.of(file), kafka.client(), false, refused));

    assertThat(refused).hasContent(String.join("\n", header, bad, bad, ""));
  }

  @Test
  void areNamedWithAllTheirProblemsUpToAThousand() {
    Kafka kafka = Kafka.embedded();
    Path file =
        file(
            folder,
            "a.tsv",
            quad("soon", "Iran", "Sing", "Pakistan"),
            String.join("\n", Collections.nCopies(1_010, "x")));

    Kafka.Run run = kafka.publish(Format.QUADS, file);

    assertThat(run.said())
        .hasSize(1_001)
        .startsWith(
            file
                + ":1: date: 'soon'; expected a day, as in 2018-10-31; relation: unknown text"
                + " 'Sing'; expected an ICEWS event text, as in Make_a_visit")
        .endsWith("and 11 more refused lines (keep them with --refused FILE)");
  }

  @Test
  void keepEverythingFromBeingPublishedWhenStrict() {
    Kafka kafka = Kafka.embedded();
    Path file = file(folder, "a.jsonl", json("test:s1"), json("test:s1"), "{", json("test:s2"));

    Kafka.Run run =
        Kafka.run(Kafka.request(Format.JSONL, List.of(file), kafka.client(), true, null));

    assertThat(run.account())
        .isEqualTo(new Account(file.toString(), 4, 0, 0, 1, 0, 0, 0, 1, 2, 0, 0, 0, null));
    assertThat(run.said()).singleElement().asString().startsWith(file + ":3: no JSON");
    assertThat(kafka.sent()).isEmpty();
  }

  @Test
  void mayBeNoneWhenStrict() {
    Kafka kafka = Kafka.embedded();
    Path file = file(folder, "a.jsonl", json("test:s1"), json("test:s2"));

    Kafka.Run run =
        Kafka.run(Kafka.request(Format.JSONL, List.of(file), kafka.client(), true, null));

    assertThat(run.account().isClean()).isTrue();
    assertThat(kafka.published()).hasSize(2);
  }

  @Test
  void areNotKeptInAnInput() {
    Path file = file(folder, "a.tsv", "x");

    Kafka.Run run =
        Kafka.run(
            Kafka.request(Format.QUADS, List.of(file), Kafka.embedded().client(), false, file));

    assertThat(run.account().failure())
        .hasValue(file + " is an input; expected another file for refused lines");
    assertThat(file).hasContent("x");
  }
}
