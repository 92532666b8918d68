package dev.tidings.publish;

import static dev.tidings.publish.Kafka.file;
import static dev.tidings.publish.Rows.json;
import static dev.tidings.publish.Rows.quad;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.intake.Format;
import dev.tidings.intake.Input;
import dev.tidings.intake.NameTable;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.Reading;
import dev.tidings.wire.UpdateRecords;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is published to Kafka. */
class PublishedFileTest {

  private static final String HEADER = "date\tsource\trelation\ttarget";

  private static final List<String> ROWS =
      Stream.of(
              quad("2018-10-30", "Iran", "Make_a_visit", "Pakistan"),
              quad("2018-10-30", "Pakistan", "Host_a_visit", "Iran"), // the same event
              quad("2018-10-31", "Iran", "Consult", "Pakistan"),
              quad("2018-10-31", "Iran", "Consult", "Pakistan"), // the same row
              quad("2018-10-31", "Iran", "Threaten", "Pakistan"),
              quad("2018-10-31", "Pakistan", "Threaten", "Iran"),
              quad("2018-10-31", "Iran", "Consult", "Citizen_(Iran)"), // domestic
              quad("2018-10-31", "Iran", "Consult", "John_Doe"), // no party
              quad("2018-10-31", "Iran", "Impose_curfew", "Pakistan"), // no meaning
              "2018-10-31\tIran\tConsult") // refused
          .toList();

  @TempDir Path folder;

  @Test
  void isAccountedForLineByLine() {
    Kafka kafka = Kafka.embedded();
    Path file = file(folder, "a.tsv", HEADER, String.join("\n", ROWS), "");

    Kafka.Run run = kafka.publish(Format.QUADS, file);

    assertThat(run.account())
        .isEqualTo(new Account(file.toString(), 10, 4, 4, 2, 1, 1, 1, 1, 0, 1, 1, 0, null));
    assertThat(run.said()).containsExactly(file + ":11: 3 columns; expected 4 or 5, tab separated");
    assertThat(kafka.published()).hasSize(4);
  }

  @Test
  void namesWhatNoTableKnows() {
    Path file = file(folder, "a.tsv", HEADER, String.join("\n", ROWS), "");
    Input input = Input.file(file, Format.QUADS);
    Kafka kafka = Kafka.embedded();

    Kafka.Run strict = Kafka.run(Kafka.request(List.of(input), kafka.client(), true, null));
    Kafka.Run run = kafka.publish(Format.QUADS, file);

    assertThat(run.unknownNames().inWords())
        .isEqualToNormalizingNewlines("1 name without a party:\n           1  John Doe\n")
        .isEqualTo(strict.unknownNames().inWords());
  }

  @Test
  void saysOnceForWhomItTakesACodeThatIsAnothersElsewhere() {
    String row = "test:wbg,visit,visit,2024,WBG,PAK,A visit";
    Path file =
        file(
            folder,
            "a.csv",
            "uri,kind,mode,occurred,actor,counterpart,headline",
            row.replace("WBG", "IRN").replace("wbg", "irn"),
            row,
            row.replace("2024", "2025"));

    Kafka.Run run = Kafka.embedded().publish(Format.CSV, file);

    assertThat(run.said())
        .containsExactly(
            file + ":3: WBG is taken for the World Bank; use PSE for the West Bank and Gaza");
    assertThat(run.account().isClean()).isTrue();
  }

  @Test
  void ofASpreadsheetIsAccountedForWithItsEmptyRowsAndCells() {
    Path file =
        file(
            folder,
            "a.csv",
            "uri,kind,mode,occurred,actor,counterpart,headline,,",
            "test:ghost,visit,visit,2024,IRN,PAK,A visit,,",
            ",,,,,,,,",
            "test:ghosts,visit,visit,2024,IRN,PAK,A visit,,,\u00A0");

    Kafka.Run run = Kafka.embedded().publish(Format.CSV, file);

    assertThat(run.account())
        .isEqualTo(new Account(file.toString(), 2, 2, 2, 0, 0, 0, 0, 0, 0, 1, 1, 5, null));
  }

  @Test
  void isReadableForEveryConsumer() {
    Kafka kafka = Kafka.embedded();

    kafka.publish(Format.QUADS, file(folder, "a.tsv", String.join("\n", ROWS)));

    List<ConsumerRecord<byte[], byte[]>> records = kafka.records("read_committed");
    assertThat(records)
        .hasSize(4)
        .allSatisfy(
            record -> {
              assertThat(UpdateRecords.read(record)).isInstanceOf(Reading.Good.class);
              assertThat(record.headers().lastHeader("ce_type").value())
                  .asString()
                  .startsWith("dev.tidings.update.");
            });
  }

  @Test
  void givesTheSameRecordsShuffledRepeatedOrCut() {
    Kafka straight = Kafka.embedded();
    straight.publish(Format.QUADS, file(folder, "a.tsv", HEADER, String.join("\n", ROWS)));
    List<String> expected = straight.published();
    List<String> twice = new ArrayList<>(ROWS);
    twice.addAll(ROWS);
    twice.add(HEADER);

    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(twice, new Random(seed));
      Path first = file(folder, "first.tsv", String.join("\n", twice.subList(0, 9)));
      Path second = file(folder, "second.tsv", String.join("\n", twice.subList(9, 21)));
      Kafka kafka = Kafka.embedded();

      Kafka.Run run = kafka.publish(Format.QUADS, second, first);

      assertThat(kafka.published()).isEqualTo(expected);
      assertThat(run.account().lines()).isEqualTo(20);
      assertThat(run.account().headers()).isEqualTo(1);
    }
  }

  @Test
  void maySayTheSameTwiceWithoutSayingWhen() {
    Kafka kafka = Kafka.embedded();
    String line = json("test:now", "'actor':'IRN','counterpart':'PAK'");
    Input input = Input.file(file(folder, "a.jsonl", line, line), Format.JSONL);

    Account account =
        new PublishFiles(
                new PublishFiles.Request(
                    List.of(input),
                    kafka.client(),
                    false,
                    null,
                    NameTable.EMPTY,
                    new Ticking(),
                    System.err,
                    false))
            .run();

    assertThat(account.duplicates()).isEqualTo(1);
    assertThat(kafka.published()).singleElement().asString().contains("2024-06-01T12:00:01Z");
  }

  @Test
  void isNoDuplicateWhenIssuedLaterOrFromAnotherSource() {
    Kafka kafka = Kafka.embedded();
    String parties = "'actor':'IRN','counterpart':'PAK'";

    Kafka.Run run =
        kafka.publish(
            Format.JSONL,
            file(
                folder,
                "a.jsonl",
                json("test:d", parties, "'versionCreated':'2024-01-16T12:00:00Z'"),
                json("test:d", parties, "'versionCreated':'2024-01-17T12:00:00Z'"),
                json(
                    "test:d",
                    parties,
                    "'versionCreated':'2024-01-16T12:00:00Z'",
                    "'sources':[{'name':'IRNA'}]")));

    assertThat(run.account().published()).isEqualTo(3);
  }

  @Test
  void mayBeStandardInput() {
    Kafka kafka = Kafka.embedded();
    byte[] bytes = (json("test:in") + "\n").getBytes(StandardCharsets.UTF_8);
    Input input = Input.stream("-", Format.JSONL, new ByteArrayInputStream(bytes));

    Kafka.Run run = Kafka.run(Kafka.request(List.of(input), kafka.client(), true, null));

    assertThat(run.account().isClean()).isTrue();
    assertThat(kafka.published()).hasSize(1);
  }

  @Test
  void isPublishedUpToWhereItIsBroken() throws Exception {
    Kafka kafka = Kafka.embedded();
    byte[] gzip = gzip(String.join("\n", Collections.nCopies(50, ROWS.get(0))));
    Path cut = folder.resolve("cut.gz");
    Files.write(cut, Arrays.copyOf(gzip, gzip.length - 4));

    Kafka.Run run = kafka.publish(Format.QUADS, cut);

    assertThat(run.account().failure())
        .hasValueSatisfying(
            why -> assertThat(why).startsWith(cut + ": cannot be read after line "));
    assertThat(run.account().published()).isEqualTo(1);
    assertThat(kafka.published()).hasSize(1);
  }

  @Test
  void isNamedWhenItIsNotThere() {
    Path missing = folder.resolve("missing.tsv");

    Kafka.Run run = Kafka.embedded().publish(Format.QUADS, missing);

    assertThat(run.account().failure()).hasValue(missing + ": cannot be read: no such file");
  }

  @Test
  void becomesTheUpdatesThatItsRowsAre() {
    Kafka kafka = Kafka.embedded();

    kafka.publish(Format.QUADS, file(folder, "a.tsv", ROWS.get(0)));

    Reading<RelationshipUpdate> reading =
        UpdateRecords.read(kafka.records("read_committed").get(0));
    assertThat(reading)
        .isInstanceOfSatisfying(
            Reading.Good.class,
            good ->
                assertThat(((RelationshipUpdate) good.value()).headline())
                    .isEqualTo("Officials of Iran visit Pakistan"));
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /** A clock that is a second later whenever it is asked. */
  private static final class Ticking extends Clock {
    private Instant now = Kafka.CLOCK.instant();

    @Override
    public Instant instant() {
      now = now.plusSeconds(1);
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
