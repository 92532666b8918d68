package dev.tidings.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.party.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names with which sources call those who act. */
class PartyInANameTest {

  @ParameterizedTest
  @CsvSource({
    "Iran, IRN",
    "iran, IRN",
    "United_Nations, UNO",
    "Czech_Republic, CZE",
    "Foreign_Affairs_(Iran), IRN",
    "Cabinet_/_Council_of_Ministers_/_Advisors_(India), IND",
    "Citizen_(Holy_See_(Vatican_City_State)), VAT",
    "Party_(Faction)_(South_Korea), KOR",
    "'Police_(Palestinian_Territory,_Occupied)', PSE"
  })
  void isFound(String name, String party) {
    assertThat(PartyNames.of(name)).isEqualTo(new Party(party));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Amarinder_Singh", "Africa", "Militia_(Somewhere)", "Iran)", "()", ")", ""})
  void isNotGuessed(String name) {
    assertThat(PartyNames.of(name)).isNull();
  }

  @Test
  void isFoundUnderEveryNameOfOurs() {
    assertThat(Tables.rows("party-names.tsv"))
        .allSatisfy(row -> assertThat(PartyNames.of(row[0])).isEqualTo(new Party(row[1])));
  }
}
