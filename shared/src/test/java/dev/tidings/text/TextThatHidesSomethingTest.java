package dev.tidings.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextThatHidesSomethingTest {

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x200B, 0x2060, 0x2061, 0x2064, 0x206A, 0x206F, 0xFEFF, 0xFFF9, 0xFFFB, 0xE0001, 0xE0041,
        0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF, 0xFDD0, 0xFDEF, 0x2069
      })
  void isRefusedAndSaysWhatItHides(int codePoint) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VisibleText.of("🚀b" + Character.toString(codePoint) + "c"))
        .withMessage(
            "it has U+%04X at character 3, which nobody sees; expected visible text"
                .formatted(codePoint));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00AD", "\u3164", "\u200C\u200D", "\u200F \u200E", "\u2800", "\uFE0F"})
  void isRefusedWhereNothingOfItIsSeen(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VisibleText.of(text))
        .withMessage("nothing of it is seen; expected visible text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u2067 never closed", "\u2066\u2068a\u2069b"})
  void isRefusedWhereAnIsolateNeverEnds(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VisibleText.of(text))
        .withMessage("a direction isolate (U+2066 … U+2068) never ends; expected U+2069 behind it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "وزیر خارجه به تهران می\u200Cرود",
        "\u200Fسفر به تهران\u200E",
        "\u2068تهران\u2069 and \u2066Tehran\u2069",
        "👩\u200D👩\u200D👧 ❤\uFE0F",
        "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F",
        "ភ្នំពេញ\u200Bក្រុង",
        "ประเทศ\u200Bไทย",
        "Zusammen\u00ADarbeit",
        "a\u3164b",
        "a\nb\tc",
      })
  void isNoneWithTheSignsThatScriptsNeed(String text) {
    assertThat(VisibleText.of(text)).isEqualTo(text);
  }
}
