package dev.tidings.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tidings.update.EdtfDate.Certainty;
import dev.tidings.update.EdtfDate.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {

  @Test
  void goesFromTheFirstDayOfItsStartToTheLastDayOfItsEnd() {
    EdtfDate interval = EdtfDate.parse("2024-01/2024-02-18");

    assertThat(interval.earliest()).isEqualTo("2024-01-01");
    assertThat(interval.latestStart()).isEqualTo("2024-01-31");
    assertThat(interval.latest()).isEqualTo("2024-02-18");
    assertThat(interval.precision()).isEqualTo(Precision.INTERVAL);
    assertThat(interval).hasToString("2024-01/2024-02-18");
  }

  @Test
  void withoutAnEndGoesOn() {
    EdtfDate interval = EdtfDate.parse("1979/..");

    assertThat(interval.isOpen()).isTrue();
    assertThat(interval.earliest()).isEqualTo("1979-01-01");
    assertThat(interval.latestStart()).isEqualTo("1979-12-31");
    assertThat(interval.latest()).isEqualTo(EdtfDate.OPEN);
  }

  @ParameterizedTest
  @CsvSource({
    "2024/2025,   CERTAIN",
    "2024?/2025,  UNCERTAIN",
    "2024/2025~,  APPROXIMATE",
    "2024~/2025~, APPROXIMATE",
    "2024?/2025~, UNCERTAIN_AND_APPROXIMATE",
    "2024%/2025?, UNCERTAIN_AND_APPROXIMATE",
    "1979~/..,    APPROXIMATE",
  })
  void isAsUnsureAsBothEnds(String text, Certainty certainty) {
    assertThat(EdtfDate.parse(text).certainty()).isEqualTo(certainty);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-01-16/2024-01-16", "2024-06-15/2024-06", "2024/2024", "196X/1960"})
  void mayEndWhereItStarts(String text) {
    assertThat(EdtfDate.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-01-18/2024-01-16", "2024/2023", "2024-06/2024-05-31"})
  void thatEndsBeforeItStartsIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EdtfDate.parse(text))
        .withMessage("'%s' ends before it starts", text);
  }
}
