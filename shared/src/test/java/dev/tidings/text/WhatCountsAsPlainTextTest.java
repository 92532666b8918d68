package dev.tidings.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhatCountsAsPlainTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Iran opens the border",
        "وزیر خارجه به تهران می‌رود",
        "\u200Fسفر به تهران\u200F",
        "\u2068تهران\u2069 and \u2066Tehran\u2069",
        "e\u0301",
        "🚀",
        "a\u00A0b",
        "<b>not markup here</b>",
      })
  void allScriptsWithTheirJoinersMarksAndIsolates(String text) {
    assertThatCode(() -> PlainText.line("it", text, 300)).doesNotThrowAnyException();
    assertThatCode(() -> PlainText.lines("it", text)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 7, 8, 0x0B, 0x0D, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9F, 0x202A, 0x202B, 0x202C, 0x202D,
        0x202E, 0xD800, 0xDBFF, 0xDC00, 0xDFFF
      })
  void noControlNoOverrideAndNoHalfCharacter(int codePoint) {
    String text = "ab" + (char) codePoint + "c";
    String message = "it has U+%04X at character 3; expected plain text".formatted(codePoint);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlainText.line("it", text, 300))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlainText.lines("it", text))
        .withMessage(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\t"})
  void newLinesAndTabsInABodyAlone(String white) {
    String text = "a" + white + "b";

    assertThatCode(() -> PlainText.lines("it", text)).doesNotThrowAnyException();
    assertThatIllegalArgumentException().isThrownBy(() -> PlainText.line("it", text, 300));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u2028", "\u2029"})
  void noOtherSeparatorInOneLine(String separator) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlainText.line("it", "a" + separator + "b", 300));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u00A0", "\u2003\u3000 ", "\u202F"})
  void blanksAloneSayNothing(String blank) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlainText.line("it", blank, 300))
        .withMessageContaining("expected 1 … 300");
  }

  @Test
  void charactersAreCountedAndNotTheirHalves() {
    assertThatCode(() -> PlainText.line("it", "🚀".repeat(300), 300)).doesNotThrowAnyException();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlainText.line("it", "🚀".repeat(301), 300))
        .withMessage("it has 301 characters; expected 1 … 300");
  }

  @Test
  void aQuoteIsShortAndMovesNoTerminal() {
    assertThat(PlainText.clip("a\u001B[31m\nb\u202E\u2028"))
        .isEqualTo("a[U+001B][31m[U+000A]b[U+202E][U+2028]");
    assertThat(PlainText.clip("x".repeat(60))).isEqualTo("x".repeat(60));
    assertThat(PlainText.clip("x".repeat(61))).isEqualTo("x".repeat(57) + "...");
  }

  @Test
  void aQuoteHasNoHalfCharacter() {
    String odd = "x" + "🚀".repeat(1_000);

    assertThat(PlainText.clip(odd)).isEqualTo("x" + "🚀".repeat(56) + "...");
    assertThat(PlainText.clip("\uD83D")).isEqualTo("[U+D83D]");
  }

  @Test
  void aQuoteNamesWhatNobodySees() {
    assertThat(PlainText.clip("PAK\u00A0 \u200BIRN\uFEFF\u3164"))
        .isEqualTo("PAK[U+00A0] [U+200B]IRN[U+FEFF][U+3164]");
    assertThat(PlainText.clip("x".repeat(55) + "\u00A0")).isEqualTo("x".repeat(55) + "...");
    assertThat(PlainText.clip("x".repeat(50) + "\u00A0".repeat(2)))
        .isEqualTo("x".repeat(50) + "...");
  }
}
