package dev.tidings.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTextTest {

  @ParameterizedTest
  @CsvSource({
    "Türkiye, TURKIYE",
    "Côte d’Ivoire, \"cote d'ivoire\"",
    "STRASSE, straße",
    "ΛΌΓΟΣ, λογος",
    "\uFB01shing, fishing",
    "Wałęsa, WALESA",
    "Đinđić, dindic",
    "Tromsø Færøyene, tromso faeroyene",
    "Œuvre Þingvellir Garðabær, oeuvre thingvellir gardabaer",
    "Iğdır DİYARBAKIR, igdir diyarbakir",
    "Ħamrun Sámi Guovdageaidnu Ŧ, hamrun sami guovdageaidnu t",
    "Əliyev, aliyev",
    "Ɓauchi Ƙano Ɗaura Ƴan, bauchi kano daura yan",
    "Ŋaŋa Ɛʋɛ Ɔkra, nana eve okra",
    "ǿ, o",
    "Oʻzbekiston Sanʿa, \"o'zbekiston san'a\"",
    "۲۰۲۴ ٢٤ २४, 2024 24 24",
    "ایران, \u0627\u064A\u0631\u0627\u0646",
    "پاکستان, \u067E\u0627\u0643\u0633\u062A\u0627\u0646",
    "می\u200Cرود, میرود",
    "\u0645\u064E\u062D\u0652\u0645\u0640\u0648\u062F, محمود",
    "أفغانستان, افغانستان"
  })
  void isTheSameForWhatReadersTakeForTheSame(String one, String other) {
    String unquoted = other.replace("\"", "");

    assertThat(FoldedText.of(one)).isEqualTo(FoldedText.of(unquoted));
  }

  @Test
  void hasWordsOfLettersAndDigits() {
    assertThat(FoldedText.words("Iran’s F-16s: “Border” re-opens, 24/7 -- border"))
        .containsExactly("iran", "s", "f", "16s", "border", "re", "opens", "24", "7");
    assertThat(FoldedText.words("…!? \u0301")).isEmpty();
  }

  @Test
  void hasAWordForEachIdeograph() {
    assertThat(FoldedText.words("习近平 visits 伊朗"))
        .containsExactly("习", "近", "平", "visits", "伊", "朗");
  }
}
