package dev.tidings.intake;

import static dev.tidings.intake.Lines.icews;
import static dev.tidings.intake.Lines.quad;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.party.Party;
import dev.tidings.update.RelationshipUpdate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that an operator adds to ours. */
class OperatorsTableOfNamesTest {

  private static final String TABLE =
      """
      # name\tparty\tsector\tfrom\tuntil\tnote
      Bharatiya Janata\tIND\tPTY
      Amarinder_Singh\tIND\tGOV\t2017-03-16\t2021-09-18\tPunjab
      Anna-Maria Example\tCHE\tGOV\t2018-01-01
      Donald Trump\tUNO\tMIL
      Police\t-\tMIL
      Secretary of Everything\t-\tGOV

      Iran\tIRQ\tGOV
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "2018-10-31, Bharatiya_Janata,                IND, PTY",
    "2018-10-31, BHARATIYA JANATA,                IND, PTY",
    "2018-10-31, Ministry_(Bharatiya_Janata),     IND, PTY",
    "2018-10-31, Amarinder_Singh,                 IND, ",
    "2018-10-31, Anna_Maria_Example,              CHE, ",
    "2018-10-31, Donald_Trump,                    UNO, MIL",
    "2018-10-31, Iran,                            IRQ, ",
    "2018-10-31, Police_(Spain),                  ESP, MIL",
    "2018-10-31, Secretary_of_Everything_(Spain), ESP, ",
    "2018-10-31, Citizen_(Spain),                 ESP, CVL",
    "2018-10-31, Angela_Merkel,                   DEU, ",
  })
  void areAskedForBeforeOurs(String day, String name, String party, @Nullable String sector)
      throws IOException {
    RelationshipUpdate quad = update(Format.QUADS, quad(day, name, "Threaten", "Brazil"));
    String raw = icews(day, name.replace('_', ' '), "NA", "130", "Threaten", "Brazil", "Brazil");

    assertThat(quad.actor()).isEqualTo(new Party(party));
    assertThat(quad.actorSector() == null ? null : quad.actorSector().code()).isEqualTo(sector);
    assertThat(update(Format.ICEWS, raw)).isEqualTo(quad);
  }

  @ParameterizedTest
  @CsvSource({"2017-03-15, Amarinder_Singh", "2017-12-31, Anna_Maria_Example"})
  void standForNobodyOnOtherDays(String day, String name) throws IOException {
    assertThat(outcome(Format.QUADS, quad(day, name, "Threaten", "Brazil")))
        .isEqualTo(Outcome.LeftOut.NO_PARTY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Somebody                            | 1 columns; expected a name, a party and a sector",
        "Somebody,USA,GOV,,,a,b              | 7 columns; expected a name, a party and a sector",
        ",USA,GOV                            | no name; expected it in the first column",
        "Somebody,America,GOV                | unknown party 'America'; expected an ISO 3166-1 alpha-3 code",
        "Somebody,USA,?                      | unknown sector '?'; expected one of GOV, JUD, LEG,",
        "Somebody,USA,GOV,2018               | no day '2018'; expected one as in 2018-10-31",
        "Somebody,USA,GOV,2018-10-31,2018-01-01 | from 2018-10-31 until 2018-01-01; expected the first day before the last",
        "Iran,IRN,GOV                        | 'Iran' is in the table already; expected it once for each day",
        "amarinder singh,PAK,GOV,2021-09-18  | 'amarinder singh' is in the table already; expected it once for each day",
      })
  void areRefusedWithWhereWhatAndWhatWasExpected(String row, String problem) throws IOException {
    Path file = file(TABLE + row.strip().replace(',', '\t') + "\n");

    assertThatThrownBy(() -> NameTable.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + ":10: " + problem);
  }

  @Test
  void mayStandForSomebodyElseOnTheNextDay() throws IOException {
    Path file = file(TABLE + "Amarinder Singh\tPAK\tGOV\t2021-09-19\n");

    assertThat(NameTable.read(file)).isNotNull();
  }

  @Test
  void areRefusedAllAtOnce() throws IOException {
    Path file = file("a\tXX\tGOV\nb\tIRN\tGOV\nc\tIRN\tXXX\n");

    assertThatThrownBy(() -> NameTable.read(file))
        .message()
        .satisfies(said -> assertThat(said.lines()).hasSize(2))
        .asString()
        .contains(":1: unknown party 'XX'", ":3: unknown sector 'XXX'");
  }

  @Test
  void areUtf8() throws IOException {
    Path file = folder.resolve("latin.tsv");
    Files.write(file, "J\u00FCri\tEST\tGOV\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> NameTable.read(file))
        .hasMessage(file + ": is not UTF-8; expected UTF-8 text");
  }

  private RelationshipUpdate update(Format format, String line) throws IOException {
    assertThat(outcome(format, line)).isInstanceOf(Outcome.Accepted.class);
    return ((Outcome.Accepted) outcome(format, line)).updates().get(0);
  }

  private Outcome outcome(Format format, String line) throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8));
    InputLine read = Intake.of(in, format, Lines.CLOCK, NameTable.read(file(TABLE))).next();
    return Objects.requireNonNull(read).outcome();
  }

  private Path file(String table) throws IOException {
    return Files.writeString(folder.resolve("names.tsv"), table);
  }
}
