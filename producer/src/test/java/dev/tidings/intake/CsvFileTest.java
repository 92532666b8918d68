package dev.tidings.intake;

import static dev.tidings.intake.Lines.problems;
import static dev.tidings.intake.Lines.read;
import static dev.tidings.intake.Lines.updates;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.party.Party;
import dev.tidings.update.Contribution;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.Effect;
import dev.tidings.update.Person;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.Source;
import dev.tidings.update.Standing;
import dev.tidings.update.ThreadId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A CSV file whose header names the fields of an update. */
class CsvFileTest {

  private static final String HEADER = "uri,kind,mode,occurred,actor,counterpart,headline";
  private static final String ROW = "test:a,visit,visit,1950-03,IRN,PAK,The Shah visits";

  @Test
  void givesAnUpdateARow() {
    List<InputLine> lines = read(Format.CSV, HEADER + "\n" + ROW + "\n");

    assertThat(lines.get(0).outcome()).isEqualTo(Outcome.LeftOut.HEADER);
    assertThat(updates(lines))
        .singleElement()
        .extracting(RelationshipUpdate::headline)
        .isEqualTo("The Shah visits");
  }

  @Test
  void namesNestedFieldsWithADot() {
    List<InputLine> lines =
        read(
            Format.CSV,
            HEADER
                + ",thread.id,thread.effect,thread.terms,thread.until,standing,attributedTo.party\n"
                + ROW
                + ",border/pilgrims,changes,open 24/7,2024-12,claimed,IRN\n");

    RelationshipUpdate update = updates(lines).get(0);
    assertThat(update.thread())
        .isEqualTo(
            new Contribution(
                new ThreadId("border/pilgrims"),
                Effect.CHANGES,
                "open 24/7",
                EdtfDate.parse("2024-12")));
    assertThat(update.standing()).isEqualTo(Standing.CLAIMED);
  }

  @Test
  void separatesListsAndTakesJsonInACell() {
    List<InputLine> lines =
        read(
            Format.CSV,
            HEADER
                + ",concerning,sources,people,version,urgency\n"
                + ROW
                + ",ISR; USA TUR,IRNA; APP,"
                + "\"[{\"\"name\"\":\"\"A. Person\"\",\"\"party\"\":\"\"IRN\"\"}]\",2,\n");

    RelationshipUpdate update = updates(lines).get(0);
    assertThat(update.concerning())
        .containsExactly(new Party("ISR"), new Party("USA"), new Party("TUR"));
    assertThat(update.sources())
        .containsExactly(new Source("APP", null, null), new Source("IRNA", null, null));
    assertThat(update.people()).containsExactly(new Person("A. Person", null, new Party("IRN")));
    assertThat(update.version()).isEqualTo(2);
    assertThat(update.urgency()).isNull();
  }

  @Test
  void mayHaveLineEndsWithinQuotes() {
    List<InputLine> lines =
        read(
            Format.CSV,
            HEADER + ",body\r\n" + ROW + ",\"One \"\"two\"\"\nthree\"\r\n" + ROW + ",four");

    assertThat(updates(lines))
        .extracting(RelationshipUpdate::body)
        .containsExactly("One \"two\"\nthree", "four");
    assertThat(lines).extracting(InputLine::number).containsExactly(1L, 2L, 4L);
  }

  @Test
  void losesNoRowToAQuoteThatIsNeverClosed() {
    List<InputLine> lines =
        read(
            Format.CSV,
            HEADER + "\n" + ROW.replace("The", "\"The") + "\n" + ROW + "\n" + ROW + "\n");

    assertThat(problems(lines.get(1).outcome()))
        .containsExactly("a quote opens that never closes; expected quotes in pairs");
    assertThat(updates(lines)).hasSize(2);
  }

  @Test
  void expectsACommaBehindAQuotedCell() {
    List<InputLine> lines = read(Format.CSV, HEADER + "\n" + ROW + "\n\"a\" b,c\n" + ROW);

    assertThat(problems(lines.get(2).outcome()))
        .containsExactly("no CSV; expected quotes in pairs and commas between");
    assertThat(updates(lines)).hasSize(2);
  }

  @Test
  void takesAQuoteWithinACellAsItStands() {
    List<InputLine> lines = read(Format.CSV, HEADER + "\n" + ROW + " \"the East\n" + ROW);

    assertThat(updates(lines))
        .extracting(RelationshipUpdate::headline)
        .containsExactly("The Shah visits \"the East", "The Shah visits");
  }

  @Test
  void isRefusedUnderAHeaderThatNamesNoField() {
    List<InputLine> lines = read(Format.CSV, HEADER + ",hedline,uri\n" + ROW + ",x,y\n");

    assertThat(problems(lines.get(0).outcome()))
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .startsWith("column 8: unknown name 'hedline'; expected one of actor, "),
            second ->
                assertThat(second).isEqualTo("column 9: 'uri' once more; expected each name once"));
    assertThat(problems(lines.get(1).outcome()))
        .containsExactly("stands under a header that was refused");
  }

  @Test
  void namesOnlySomeOfVeryManyWrongColumns() {
    String many = ",x".repeat(5_000);

    List<InputLine> lines = read(Format.CSV, HEADER + many + "\n" + HEADER + "\n" + ROW);
    List<InputLine> cells = read(Format.CSV, HEADER + "\n" + ROW + many);

    assertThat(problems(lines.get(0).outcome())).hasSize(100);
    assertThat(problems(cells.get(1).outcome())).hasSize(100);
  }

  @Test
  void tellsAllThatIsWrongWithARow() {
    List<InputLine> lines =
        read(
            Format.CSV,
            HEADER + ",version,sources\n" + ROW.replace("PAK", "XX") + ",one,[not json\n");

    assertThat(problems(lines.get(1).outcome()))
        .anySatisfy(problem -> assertThat(problem).startsWith("sources: no JSON"))
        .anySatisfy(problem -> assertThat(problem).startsWith("counterpart: unknown party 'XX'"))
        .anySatisfy(
            problem -> assertThat(problem).isEqualTo("version: 'one'; expected a whole number"));
  }

  @Test
  void countsTheCells() {
    List<InputLine> lines =
        read(Format.CSV, HEADER + "\n" + ROW + ",more\n" + ROW.replace(",IRN", ""));

    assertThat(problems(lines.get(1).outcome()))
        .containsExactly(
            "column 8: 'more' under no name; expected a name in the header, or nothing");
    assertThat(problems(lines.get(2).outcome()))
        .containsExactly("6 cells; expected 7, as in the header");
  }

  @Test
  void mayRepeatItsHeader() {
    List<InputLine> lines = read(Format.CSV, (HEADER + "\n" + ROW + "\n").repeat(2));

    assertThat(lines.get(2).outcome()).isEqualTo(Outcome.LeftOut.HEADER);
    assertThat(updates(lines)).hasSize(2);
  }
}
