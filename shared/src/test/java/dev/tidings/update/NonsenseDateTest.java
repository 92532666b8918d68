package dev.tidings.update;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NonsenseDateTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "yesterday",
        "22 August 1947",
        "22-08-1947",
        "1947/08/22",
        "1947-8-22",
        "1947-08-22T00:00:00Z",
        "47",
        "19470822",
        "-0044",
        "+1947",
        "Y10000",
        "1947 ",
        "1947\n",
        "1X47",
        "XXXX",
        "1XXX",
        "196x",
        "196X-05",
        "19XX-XX",
        "2024-XX-15",
        "2024-1X",
        "2024-01-1X",
        "2024-?",
        "2024??",
        "?2024",
        "2024~-01",
        "2024-25",
        "2024-20",
        "2024-00",
        "2024-13",
        "2024-21-01",
        "2024-21-XX",
        "2024-01-00",
        "2024-01-32",
        "2024-04-31",
        "2023-02-29",
        "1900-02-29",
        "/",
        "2024/",
        "/2024",
        "../2024",
        "../..",
        "2024/...",
        "2024/2025/2026",
        "2024//2025",
        "２０２４",
        "١٩٧٩",
      })
  void isRefusedWithWhatWasExpected(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EdtfDate.parse(text))
        .withMessageContaining("expected an EDTF date, as in 1947-08-22, 1950-03")
        .withMessageMatching("\\P{Cc}*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000", "0000-01-01", "0000-XX"})
  void thereIsNoYearNought(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EdtfDate.parse(text))
        .withMessage("'%s'; expected a year of 0001 … 9999", text);
  }

  @Test
  void isQuotedInPartWhenLong() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EdtfDate.parse("2024-01-16".repeat(1_000)))
        .withMessageStartingWith("'" + "2024-01-16".repeat(5) + "2024-01...';");
  }
}
