package dev.tidings.intake;

import static dev.tidings.intake.Lines.icews;
import static dev.tidings.intake.Lines.outcome;
import static dev.tidings.intake.Lines.quad;
import static dev.tidings.intake.Lines.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.party.Party;
import dev.tidings.update.KnownSector;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.Sector;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A head of state or of government, or a minister, whom a row names without a country. */
class PersonInOfficeTest {

  private static final String DAY = "2018-10-31";

  @ParameterizedTest
  @CsvSource({
    "2018-10-31, Donald_Trump, USA",
    "2018-10-31, Recep_Tayyip_Erdoğan, TUR",
    "2018-10-31, Recep_Tayyip_Erdogan, TUR",
    "2009-06-01, Ban_Ki_Moon, UNO",
    "2009-06-01, Ban_Ki-moon, UNO",
    "2005-06-01, Ban_Ki_Moon, KOR",
    "2010-03-01, Donald_Tusk, POL",
    "2018-10-31, Donald_Tusk, EU",
    "2009-06-12, Mahmoud_Ahmadinejad, IRN",
    "2017-01-20, Barack_Obama, USA",
  })
  void actsForTheStateOrOrganisationThatIsItsOn(String day, String name, String party) {
    RelationshipUpdate update = update(Format.QUADS, quad(day, name, "Threaten", "Brazil"));

    assertThat(update.actor()).isEqualTo(new Party(party));
    assertThat(update.actorSector()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "2017-01-21, Barack_Obama",
    "2009-01-19, Barack_Obama",
    "2016-11-09, Donald_Trump",
    "2014-10-15, Donald_Tusk",
    "2018-10-31, Malcolm_Bligh_Turnbull",
    "2018-10-31, Elizabeth_II",
    "2018-10-31, Amarinder_Singh",
  })
  void isNobodyBeforeAndAfterTheTerm(String day, String name) {
    assertThat(outcome(Format.QUADS, quad(day, name, "Threaten", "Brazil")))
        .isEqualTo(Outcome.LeftOut.NO_PARTY);
  }

  @Test
  void actsInItsOffice() {
    assertThat(update(Format.QUADS, quad(DAY, "Bipin_Rawat", "Threaten", "Pakistan")).actorSector())
        .isEqualTo(Sector.of(KnownSector.MIL));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NA", "", "United States"})
  void isTheSameInARawFile(String country) {
    RelationshipUpdate raw =
        update(
            Format.ICEWS,
            icews(DAY, "Donald Trump", country, "130", "Threaten", "Brazil", "Brazil"));

    assertThat(raw)
        .isEqualTo(update(Format.QUADS, quad(DAY, "Donald_Trump", "Threaten", "Brazil")));
  }

  @Test
  void actsForTheCountryThatARawRowSays() {
    RelationshipUpdate raw =
        update(
            Format.ICEWS,
            icews(DAY, "Donald Tusk", "Poland", "130", "Threaten", "Brazil", "Brazil"));

    assertThat(raw.actor()).isEqualTo(new Party("POL"));
  }

  @Test
  void isInATableOfDatedTerms() {
    assertThat(Tables.rows("leaders.tsv"))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row).hasSize(5);
              assertThat(LocalDate.parse(row[3])).isBeforeOrEqualTo(row[4]);
              assertThat(PartyNames.of(row[0])).as("a name that is a party's").isNull();
            });
  }
}
