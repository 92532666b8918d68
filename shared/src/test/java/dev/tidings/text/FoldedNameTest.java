package dev.tidings.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedNameTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "Tu\u0308rkiye, TÜRKİYE",
        "IRAN, \u0131ran",
        "Co\u0302te d'Ivoire, COTE D\u02BCIVOIRE",
        "Cote d`Ivoire, Côte d\u2019Ivoire",
        "Cote d\u00B4Ivoire, Côte d\u2018Ivoire",
        "Saudi Arabia, saudi\u00A0 \u2007arabia",
        "Guinea-Bissau, Guinea\u2011Bissau",
        "Iran, |Ir\u200Ban\uFEFF|"
      })
  void isTheSameHoweverItsLettersAndSignsAreWritten(String one, String other) {
    assertThat(FoldedName.of(other)).isEqualTo(FoldedName.of(one));
  }

  @Test
  void ofPlainLettersIsFoldedAsAnyOther() {
    assertThat(FoldedName.of(" Iran  (Islamic Republic OF) "))
        .isEqualTo("iran (islamic republic of)")
        .isEqualTo(FoldedName.of("\u0130ran (islamic republic of)"));
    assertThat(FoldedName.of("")).isEmpty();
  }

  @Test
  void takesTextOfAnyLength() {
    assertThat(FoldedName.of("a ".repeat(100_000) + "b")).hasSize(200_001);
  }
}
