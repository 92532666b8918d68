package dev.tidings.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownPartyTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "XX", "XXX", " IRN", "IRN ", "364", "constructor"})
  void isRefusedWithWhatWasExpected(String code) {
    assertThat(Party.isKnown(code)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Party(code))
        .withMessage(
            "unknown party '%s'; expected an ISO 3166-1 alpha-3 code or one of UNO, NATO, EU, …",
            code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ROM | ROU for Romania",
        "ZAR | COD for Zaire, now the Democratic Republic of the Congo",
        "TMP | TLS for East Timor, now Timor-Leste",
        "BUR | MMR for Burma, now Myanmar",
        "KSV | XKX for Kosovo",
        "CSK | one of CZE, SVK for Czechoslovakia, which is no more",
        "DDR | DEU for East Germany, now part of Germany",
        "EUR | EU for Europe; a region is no party, the European Union is one",
        "IR | IRN for Iran",
        "irn | IRN for Iran",
        "Nato | NATO for NATO",
        "rom | ROU for Romania",
        "Cote d’Ivoire | CIV for Côte d'Ivoire"
      })
  void isRefusedWithTheCodeThatIsMeant(String code, String meant) {
    assertThat(Party.isKnown(code)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Party(code))
        .withMessage("unknown party '%s'; expected %s", code, meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SUN", "YUG"})
  void ofAStateThatIsNoMoreIsRefusedWithThoseThatFollowedIt(String code) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Party(code))
        .withMessageStartingWith("unknown party '%s'; expected one of ", code)
        .withMessageEndingWith("ia, which is no more".substring(code.equals("SUN") ? 2 : 0));
  }

  @Test
  void ofAnotherListLeadsToPartiesOfOurs() {
    assertThat(PartyTable.cells("codes-of-others.tsv"))
        .allSatisfy(
            cells -> {
              assertThat(Party.isKnown(cells[0])).as(cells[0]).isEqualTo(cells[0].equals("WBG"));
              assertThat(cells[1].split(" ")).as(cells[0]).allMatch(Party::isKnown);
            });
  }

  @Test
  void isNoneWhereACodeOfOursIsAnothersToo() {
    assertThat(new Party("WBG").elsewhere()).hasValue("PSE for the West Bank and Gaza");
    assertThat(new Party("IRN").elsewhere()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Party("wbg"))
        .withMessage("unknown party 'wbg'; expected WBG for World Bank");
  }

  @Test
  void isQuotedInPartAndWithoutControlCharacters() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Party("\u001B[2J\n" + "x".repeat(60_000)))
        .withMessageStartingWith("unknown party '[U+001B][2J[U+000A]xxx")
        .withMessageMatching("\\P{Cc}{1,1000}");
  }
}
