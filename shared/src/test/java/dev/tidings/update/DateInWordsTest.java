package dev.tidings.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateInWordsTest {

  @ParameterizedTest
  @CsvSource({
    "1947-08-22,            22 August 1947",
    "2024-01-01,            1 January 2024",
    "1950-03,               March 1950",
    "1965,                  1965",
    "2024-XX,               2024",
    "2024-12-XX,            December 2024",
    "2024-01~,              about January 2024",
    "2025-05-05?,           probably 5 May 2025",
    "1965%,                 probably about 1965",
    "196X,                  the 1960s",
    "196X~,                 about the 1960s",
    "190X,                  the 1900s",
    "19XX,                  the 20th century",
    "20XX,                  the 21st century",
    "00XX,                  the 1st century",
    "01XX,                  the 2nd century",
    "02XX,                  the 3rd century",
    "10XX,                  the 11th century",
    "11XX,                  the 12th century",
    "12XX,                  the 13th century",
    "2024-21,               spring 2024",
    "2024-22,               summer 2024",
    "2024-23,               autumn 2024",
    "2024-24,               winter 2024",
    "2024-01-16/2024-01-18, 16 to 18 January 2024",
    "2024-01-16/2024-01-16, 16 January 2024",
    "2024-01-30/2024-02-02, 30 January 2024 to 2 February 2024",
    "2023-01-16/2024-01-18, 16 January 2023 to 18 January 2024",
    "2024-01-16?/2024-01-18,probably 16 January 2024 to 18 January 2024",
    "2024-01/2024-03,       January 2024 to March 2024",
    "1980-09-22/1988~,      22 September 1980 to about 1988",
    "1979/..,               1979 onwards",
    "1979-02-11~/..,        about 11 February 1979 onwards",
  })
  void isWhatAnEditorWouldPrint(String text, String words) {
    assertThat(EdtfDate.parse(text).inWords()).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-05/..,         5 January 2024 or later",
    "1979~/..,              about 1979 or later",
    "2024-01-05,            5 January 2024",
    "2024-01-16/2024-01-18, 16 to 18 January 2024",
  })
  void isAnEndBehindUntil(String text, String words) {
    assertThat(EdtfDate.parse(text).endInWords()).isEqualTo(words);
  }

  @Test
  void isTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("fa-IR-u-nu-arabext"));

      assertThat(EdtfDate.parse("1947-08-22").inWords()).isEqualTo("22 August 1947");
      assertThat(EdtfDate.parse("2024-01-16/2024-01-18").inWords())
          .isEqualTo("16 to 18 January 2024");
    } finally {
      Locale.setDefault(before);
    }
  }
}
