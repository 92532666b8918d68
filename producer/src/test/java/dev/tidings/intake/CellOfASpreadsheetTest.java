package dev.tidings.intake;

import static dev.tidings.intake.Lines.problems;
import static dev.tidings.intake.Lines.quad;
import static dev.tidings.intake.Lines.read;
import static dev.tidings.intake.Lines.update;
import static dev.tidings.intake.Lines.updates;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.party.Party;
import dev.tidings.update.RelationshipUpdate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What spreadsheets, web pages and other tools leave in cells without anybody seeing it. */
class CellOfASpreadsheetTest {

  private static final String HEADER = "uri,kind,mode,occurred,actor,counterpart,headline";
  private static final String ROW = "test:a,visit,visit,1950-03,IRN,PAK,The Shah visits";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00A0",
        "\u2007",
        "\u202F",
        "\uFEFF",
        "\u200B",
        "\u2060",
        "\u200E",
        "\u200F",
        "\u200C",
        "\u3000",
        " \u00A0 "
      })
  void hasNoBlankBesideACodeADateOrAName(String blank) {
    String row =
        blank
            + "test:a"
            + blank
            + ",visit,"
            + blank
            + "visit,"
            + blank
            + "1950-03"
            + blank
            + ",IRN"
            + blank
            + ","
            + blank
            + "PAK,The Shah visits";
    String header = HEADER.replace("headline", blank + "headline" + blank);

    RelationshipUpdate update =
        updates(
                read(
                    Format.CSV,
                    header + ",concerning\n" + row + ",ISR" + blank + ";" + blank + "TUR"))
            .get(0);

    assertThat(update.uri()).isEqualTo("test:a");
    assertThat(update.occurred()).hasToString("1950-03");
    assertThat(update.relationship()).hasToString("IRN-PAK");
    assertThat(update.concerning()).containsExactly(new Party("ISR"), new Party("TUR"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00A0", "\uFEFF", "\u200B"})
  void hasNoBlankInATabSeparatedFile(String blank) {
    String quad =
        quad(blank + "2018-10-31", "Iran" + blank, blank + "Consult" + blank, blank + "Pakistan");

    assertThat(update(Format.QUADS, quad).relationship()).hasToString("IRN-PAK");
  }

  @Test
  void keepsTheMarksOfAText() {
    String headline = "\u200Fشاه به تهران\u200F";

    List<InputLine> lines =
        read(Format.CSV, HEADER + "\n" + ROW.replace("The Shah visits", headline));

    assertThat(updates(lines)).extracting(RelationshipUpdate::headline).containsExactly(headline);
  }

  @Test
  void mayBeOfTheWidthThatEastAsianKeyboardsGive() {
    List<InputLine> lines =
        read(Format.CSV, HEADER + "\n" + ROW.replace("IRN", "ＩＲＮ").replace("1950", "１９５０"));

    assertThat(updates(lines)).hasSize(1);
  }

  @Test
  void isShownWithWhatIsInvisibleInIt() {
    List<InputLine> lines =
        read(
            Format.CSV,
            HEADER + "\n" + ROW.replace("PAK", "P\u00A0AK").replace("1950-03", "1950-\u200B03"));

    assertThat(problems(lines.get(1).outcome()))
        .anySatisfy(problem -> assertThat(problem).startsWith("occurred: '1950-[U+200B]03'"))
        .anySatisfy(
            problem -> assertThat(problem).startsWith("counterpart: unknown party 'P[U+00A0]AK'"));
  }

  @Test
  void mayBeEmptyBeyondTheHeader() {
    List<InputLine> lines =
        read(Format.CSV, HEADER + ",,\r\n" + ROW + ",, \r\n" + ROW + "\r\n" + ROW + ",,,,\u00A0");

    assertThat(lines.get(0).outcome()).isEqualTo(Outcome.LeftOut.HEADER);
    assertThat(updates(lines)).hasSize(3);
  }

  @Test
  void mayBeEmptyUnderAColumnWithoutAName() {
    List<InputLine> lines =
        read(Format.CSV, "," + HEADER + "\n," + ROW + "\nx," + ROW + "\n," + ROW + ",,y\n");

    assertThat(updates(lines)).hasSize(1);
    assertThat(problems(lines.get(2).outcome()))
        .containsExactly("column 1: 'x' under no name; expected a name in the header, or nothing");
    assertThat(problems(lines.get(3).outcome()))
        .containsExactly("column 10: 'y' under no name; expected a name in the header, or nothing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {",,,,,,", " , ,\u00A0,,,, ", "\u00A0", "\uFEFF\u200B", "\"\",\"\"", ",,,,,,,,,"})
  void isNoRowWhereAllAreEmpty(String row) {
    List<InputLine> lines = read(Format.CSV, row + "\n" + HEADER + "\n" + row + "\n" + ROW + "\n");

    assertThat(lines)
        .extracting(InputLine::outcome)
        .startsWith(Outcome.LeftOut.BLANK, Outcome.LeftOut.HEADER, Outcome.LeftOut.BLANK);
    assertThat(updates(lines)).hasSize(1);
  }

  @Test
  void mayBeEmptyBeyondTheColumnsOfATabSeparatedFile() {
    String icews = Lines.icews("2018-06-01", "x", "Iran", "042", "-", "y", "Pakistan");
    String quad = quad("2018-10-31", "Iran", "Consult", "Pakistan");

    assertThat(updates(read(Format.QUADS, quad + "\t\t\t\n" + "\t\u00A0\t\t\n"))).hasSize(1);
    assertThat(updates(read(Format.ICEWS, icews + "\t\t \n"))).hasSize(1);
    assertThat(problems(read(Format.QUADS, quad + "\t\t\tx\n").get(0).outcome()))
        .containsExactly("7 columns; expected 4 or 5, tab separated");
  }
}
