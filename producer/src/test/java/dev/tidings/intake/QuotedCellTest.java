package dev.tidings.intake;

import static dev.tidings.intake.Lines.outcome;
import static dev.tidings.intake.Lines.quad;
import static dev.tidings.intake.Lines.read;
import static dev.tidings.intake.Lines.update;
import static dev.tidings.intake.Lines.updates;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.party.Party;
import dev.tidings.update.Mode;
import dev.tidings.update.RelationshipUpdate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Cells of tab-separated files that some tools put in quotes, as CSV has them. */
class QuotedCellTest {

  private static final String ROW =
      Lines.icews("2018-06-01", "x", "Iran", "042", "Make a visit", "y", "Pakistan");

  @Test
  void isReadWithoutItsQuotes() {
    RelationshipUpdate update =
        update(
            Format.ICEWS,
            Lines.icews(
                "2018-06-01",
                "\"Foreign Affairs (Iran)\"",
                "NA",
                "85",
                "\"Ease economic sanctions, boycott, embargo\"",
                "y",
                "\"Pakistan\""));

    assertThat(update.relationship()).hasToString("IRN-PAK");
    assertThat(update.mode()).isEqualTo(Mode.EASED);
  }

  @Test
  void mayBeEveryCellOfAFile() {
    String[] header = Lines.filled(20);
    header[0] = "Event ID";

    List<InputLine> lines =
        read(Format.ICEWS, quoted(String.join("\t", header)) + "\n" + quoted(ROW) + "\n");

    assertThat(lines.get(0).outcome()).isEqualTo(Outcome.LeftOut.HEADER);
    assertThat(updates(lines)).hasSize(1);
  }

  @Test
  void hasDoubledQuotesForOne() {
    RelationshipUpdate update =
        update(
            Format.QUADS,
            quad("2018-10-31", "\"Jamil \"\"Jimmy\"\" Khan (Pakistan)\"", "Consult", "Iran"));

    assertThat(update.relationship()).hasToString("IRN-PAK");
  }

  @Test
  void isNoneWhereAQuoteStandsInAName() {
    String first = quad("2018-10-31", "Jamil \"Jimmy Khan (Pakistan)", "Consult", "Iran");
    String second = quad("2018-11-01", "\"Jimmy\" Khan (Pakistan)", "Consult", "Iran");
    String third = quad("2018-11-02", "\"Jimmy Khan (Pakistan)", "Consult", "Iran");

    List<InputLine> lines = read(Format.QUADS, first + "\n" + second + "\n" + third + "\n");

    assertThat(lines).hasSize(3);
    assertThat(updates(lines))
        .hasSize(3)
        .allSatisfy(update -> assertThat(update.relationship()).hasToString("IRN-PAK"));
  }

  @Test
  void keepsQuotesThatAreNoPairAroundIt() {
    assertThat(outcome(Format.QUADS, quad("2018-10-31", "\"", "Consult", "Iran")))
        .isEqualTo(Outcome.LeftOut.NO_PARTY);
    assertThat(PartyNames.of("\"Iran\" and \"Iraq\"")).isNull();
    assertThat(PartyNames.of("Iran")).isEqualTo(new Party("IRN"));
  }

  private static String quoted(String row) {
    return Arrays.stream(row.split("\t", -1))
        .map(cell -> "\"" + cell + "\"")
        .collect(Collectors.joining("\t"));
  }
}
