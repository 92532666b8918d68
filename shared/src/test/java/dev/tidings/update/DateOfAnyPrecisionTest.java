package dev.tidings.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.update.EdtfDate.Certainty;
import dev.tidings.update.EdtfDate.Precision;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateOfAnyPrecisionTest {

  @ParameterizedTest
  @CsvSource({
    "1947-08-22, 1947-08-22, 1947-08-22, DAY,     CERTAIN",
    "1950-03,    1950-03-01, 1950-03-31, MONTH,   CERTAIN",
    "1965,       1965-01-01, 1965-12-31, YEAR,    CERTAIN",
    "2024-01~,   2024-01-01, 2024-01-31, MONTH,   APPROXIMATE",
    "2025-05-05?,2025-05-05, 2025-05-05, DAY,     UNCERTAIN",
    "1965%,      1965-01-01, 1965-12-31, YEAR,    UNCERTAIN_AND_APPROXIMATE",
    "196X,       1960-01-01, 1969-12-31, DECADE,  CERTAIN",
    "19XX,       1900-01-01, 1999-12-31, CENTURY, CERTAIN",
    "196X?,      1960-01-01, 1969-12-31, DECADE,  UNCERTAIN",
    "2024-XX,    2024-01-01, 2024-12-31, YEAR,    CERTAIN",
    "2024-XX-XX, 2024-01-01, 2024-12-31, YEAR,    CERTAIN",
    "2024-02-XX, 2024-02-01, 2024-02-29, MONTH,   CERTAIN",
    "2023-02,    2023-02-01, 2023-02-28, MONTH,   CERTAIN",
    "2024-21,    2024-03-01, 2024-05-31, SEASON,  CERTAIN",
    "2024-22,    2024-06-01, 2024-08-31, SEASON,  CERTAIN",
    "2024-23~,   2024-09-01, 2024-11-30, SEASON,  APPROXIMATE",
    "2023-24,    2023-12-01, 2024-02-29, SEASON,  CERTAIN",
    "2000-02-29, 2000-02-29, 2000-02-29, DAY,     CERTAIN",
    "2024-02-29, 2024-02-29, 2024-02-29, DAY,     CERTAIN",
    "0001-01-01, 0001-01-01, 0001-01-01, DAY,     CERTAIN",
    "9999-12-31, 9999-12-31, 9999-12-31, DAY,     CERTAIN",
    "000X,       0001-01-01, 0009-12-31, DECADE,  CERTAIN",
    "00XX,       0001-01-01, 0099-12-31, CENTURY, CERTAIN",
  })
  void spansTheDaysOnWhichItCanHaveHappened(
      String text, LocalDate earliest, LocalDate latest, Precision precision, Certainty certainty) {
    EdtfDate date = EdtfDate.parse(text);

    assertThat(date.earliest()).isEqualTo(earliest);
    assertThat(date.latest()).isEqualTo(latest);
    assertThat(date.latestStart()).isEqualTo(latest);
    assertThat(date.precision()).isEqualTo(precision);
    assertThat(date.certainty()).isEqualTo(certainty);
    assertThat(date.isOpen()).isFalse();
    assertThat(date).hasToString(text);
  }

  @Test
  void aWinterIsThatWhichBeginsInItsYear() {
    assertThat(EdtfDate.parse("2022-24").latest()).isEqualTo("2023-02-28");
  }

  @Test
  void isEqualWhenItsTextIs() {
    EdtfDate date = EdtfDate.parse("1950-03");

    assertThat(date).isEqualTo(EdtfDate.parse("1950-03")).hasSameHashCodeAs("1950-03");
    assertThat(date).isNotEqualTo(EdtfDate.parse("1950-03~"));
    assertThat(EdtfDate.of(LocalDate.of(1947, 8, 22))).isEqualTo(EdtfDate.parse("1947-08-22"));
  }
}
