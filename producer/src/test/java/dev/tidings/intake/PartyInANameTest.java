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
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '|',
      textBlock =
          """
          Tu\u0308rkiye; TUR
          T\u00FCrkiye; TUR
          T\u00DCRK\u0130YE; TUR
          \u0130ran; IRN
          P\u0131tcairn Islands; PCN
          Foreign_Affairs_(Co\u0302te_d'Ivoire); CIV
          C\u00F4te_d\u02BCIvoire; CIV
          C\u00F4te_d\u2018Ivoire; CIV
          Cote d\u2019Ivoire; CIV
          Cote d`Ivoire; CIV
          C\u00F4te d\u00B4Ivoire; CIV
          Lao People\u02BCs Democratic Republic; LAO
          Saudi\u00A0Arabia; SAU
          Foreign  Affairs (Saudi  Arabia); SAU
          Ir\u200Ban; IRN
          \uFF29\uFF52\uFF41\uFF4E; IRN
          Curac\u0327ao; CUW
          Guinea\u2010Bissau; GNB
          """)
  void isFoundHoweverItsLettersAreWritten(String name, String party) {
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
