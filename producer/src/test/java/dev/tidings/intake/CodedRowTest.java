package dev.tidings.intake;

import static dev.tidings.intake.Lines.gdelt;
import static dev.tidings.intake.Lines.icews;
import static dev.tidings.intake.Lines.outcome;
import static dev.tidings.intake.Lines.problems;
import static dev.tidings.intake.Lines.quad;
import static dev.tidings.intake.Lines.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.party.Party;
import dev.tidings.update.Doubt;
import dev.tidings.update.Mode;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.Source;
import dev.tidings.update.Standing;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One row of ICEWS or of quads. */
class CodedRowTest {

  @Test
  void isReportedByItsDataSetAtTheEndOfItsDay() {
    RelationshipUpdate update =
        update(Format.QUADS, quad("2018-10-31", "Iran", "Make_a_visit", "Pakistan"));

    assertThat(update.standing()).isEqualTo(Standing.REPORTED);
    assertThat(update.sources())
        .containsExactly(new Source("ICEWS", null, null, List.of(Doubt.MACHINE_CODED)));
    assertThat(update.versionCreated()).isEqualTo(Instant.parse("2018-10-31T23:59:59Z"));
    assertThat(update.occurred()).hasToString("2018-10-31");
    assertThat(update.mode()).isEqualTo(Mode.OFFICIAL_VISIT);
    assertThat(update.headline()).isEqualTo("Officials of Iran visit Pakistan");
    assertThat(update.uri())
        .isEqualTo("tag:tidings.dev,2026:event/08d999aa3602c2e40fe46071645f95be");
  }

  @Test
  void mayHaveAFifthColumn() {
    RelationshipUpdate update =
        update(Format.QUADS, quad("2018-10-31", "Iran", "CONSULT", "Pakistan") + "\ttest");

    assertThat(update.mode()).isEqualTo(Mode.MEETING);
  }

  @Test
  void withOneCountryOnBothSidesIsDomestic() {
    Outcome outcome =
        outcome(Format.QUADS, quad("2018-10-31", "Citizen_(Iran)", "Consult", "Iran"));

    assertThat(outcome).isEqualTo(Outcome.LeftOut.DOMESTIC);
  }

  @Test
  void withAPersonOnOneSideHasNoParty() {
    Outcome outcome = outcome(Format.QUADS, quad("2018-10-31", "John_Doe", "Consult", "Iran"));

    assertThat(outcome).isEqualTo(Outcome.LeftOut.NO_PARTY);
  }

  @Test
  void withACodeForHomeAffairsHasNoMeaning() {
    Outcome outcome =
        outcome(Format.QUADS, quad("2018-10-31", "Iran", "Impose_curfew", "Pakistan"));

    assertThat(outcome).isEqualTo(Outcome.LeftOut.NO_MEANING);
  }

  @Test
  void tellsAllThatIsWrongWithIt() {
    String line = quad("2018-13-01", "Iran", "Sing_a_song", "Pakistan");

    assertThat(problems(Format.QUADS, line))
        .containsExactly(
            "date: '2018-13-01'; expected a day, as in 2018-10-31",
            "relation: unknown text 'Sing_a_song'; expected an ICEWS event text, as in"
                + " Make_a_visit");
  }

  @Test
  void isRefusedWithTooFewColumns() {
    assertThat(problems(Format.QUADS, "2018-10-31\tIran\tConsult"))
        .containsExactly("3 columns; expected 4 or 5, tab separated");
  }

  @Test
  void isRefusedBeforeItsDayIsOver() {
    String today = quad("2024-06-01", "Iran", "Consult", "Pakistan");

    assertThat(problems(Format.QUADS, today))
        .containsExactly(
            "date: issued at 2024-06-01T23:59:59Z, which is ahead of the clock,"
                + " 2024-06-01T12:00:00Z; expected at most 5 minutes");
  }

  @Test
  void mayBeAHundredYearsOld() {
    RelationshipUpdate update =
        update(Format.QUADS, quad("1920-02-29", "Iran", "Consult", "Pakistan"));

    assertThat(update.versionCreated()).isEqualTo(Instant.parse("1920-02-29T23:59:59Z"));
  }

  @Test
  void ofIcewsTakesTheCountryBeforeTheName() {
    RelationshipUpdate update =
        update(
            Format.ICEWS,
            icews("2018-06-01", "Foreign Affairs (Iraq)", "Iran", "111", "-", "x", "Pakistan"));

    assertThat(update.actor()).isEqualTo(new Party("IRN"));
    assertThat(update.mode()).isEqualTo(Mode.CRITICISM);
  }

  @Test
  void ofIcewsTakesTheNameWhereThereIsNoCountry() {
    RelationshipUpdate update =
        update(
            Format.ICEWS,
            icews("2018-06-01", "UN Security Council", "NA", "111", "-", "x", "Pakistan"));

    assertThat(update.actor()).isEqualTo(new Party("UNO"));
  }

  @Test
  void ofIcewsIsKnownByItsTextWhereTheNumberLostAZero() {
    RelationshipUpdate update =
        update(
            Format.ICEWS, icews("2018-06-01", "x", "Iran", "42", "Make a visit", "y", "Pakistan"));

    assertThat(update.mode()).isEqualTo(Mode.OFFICIAL_VISIT);
  }

  @Test
  void ofIcewsTellsAllThatIsWrongWithIt() {
    String line = icews("1 June", "x", "Iran", "999", "Sing", "y", "Pakistan");

    assertThat(problems(Format.ICEWS, line))
        .containsExactly(
            "Event Date: '1 June'; expected a day, as in 2018-10-31",
            "CAMEO Code: unknown code '999', 'Sing'; expected one of CAMEO, as in 042,"
                + " 'Make a visit'");
  }

  @Test
  void saysNoMoreThanItsCode() {
    RelationshipUpdate halted =
        update(
            Format.GDELT,
            gdelt("20180101", "IRN", "164", "PAK", "20180101", "http://example.com/x"));

    assertThat(halted.headline())
        .isEqualTo("Aid or talks between Iran and Pakistan are reduced or halted");
  }
}
