package dev.tidings.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartyNameForAReaderTest {

  @ParameterizedTest
  @CsvSource({
    "fa, IRN, ایران",
    "fa, PAK, پاکستان",
    "ur, IRN, ایران",
    "ur, PAK, پاکستان",
    "ar, IRN, إيران",
    "ar, PAK, باكستان",
    "fr, USA, États-Unis",
    "de, XKX, Kosovo",
  })
  void isInTheReadersLanguage(String language, String code, String name) {
    assertThat(new Party(code).name(Locale.forLanguageTag(language))).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "IRN, Iran",
    "PAK, Pakistan",
    "USA, United States",
    "GBR, United Kingdom",
    "PRK, North Korea",
    "COD, DR Congo",
    "PSE, Palestine",
    "XKX, Kosovo",
    "UNO, United Nations",
    "NATO, NATO",
  })
  void isPinnedInEnglish(String code, String name) {
    Party party = new Party(code);

    assertThat(party.name()).isEqualTo(name);
    assertThat(party.name(Locale.UK)).isEqualTo(name);
    assertThat(party.name(Locale.US)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"IRN, Iran", "USA, the United States", "UNO, the United Nations", "NATO, NATO"})
  void hasItsArticleInASentence(String code, String name) {
    assertThat(new Party(code).nameInSentence()).isEqualTo(name);
  }

  @Test
  void ofAnOrganisationIsInEnglish() {
    Party party = new Party("OIC");

    assertThat(party.name(Locale.forLanguageTag("fa")))
        .isEqualTo("Organisation of Islamic Cooperation");
    assertThat(party.isOrganisation()).isTrue();
  }

  @Test
  void isEnglishAndNotTheServersInALanguageThatNobodyKnows() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.FRANCE);

      assertThat(new Party("DEU").name(Locale.forLanguageTag("tlh"))).isEqualTo("Germany");
    } finally {
      Locale.setDefault(before);
    }
  }
}
