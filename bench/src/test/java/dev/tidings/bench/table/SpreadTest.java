package dev.tidings.bench.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadTest {

  @Test
  void ofAnOddNumberHasTheMiddleOneAsItsMedian() {
    Spread spread = Spread.of(9, 1, 2);

    assertThat(spread.median()).isEqualTo(2);
    assertThat(spread.lowest()).isEqualTo(1);
    assertThat(spread.highest()).isEqualTo(9);
  }

  @Test
  void ofAnEvenNumberHasTheMeanOfTheTwoInTheMiddle() {
    assertThat(Spread.of(9, 1, 2, 4).median()).isEqualTo(3);
  }

  @Test
  void isDividedRoundByRound() {
    assertThat(Spread.of(10, 30).over(Spread.of(5, 10))).isEqualTo(Spread.of(2, 3));
  }

  @Test
  void isNotDividedByAnotherNumberOfRounds() {
    assertThatThrownBy(() -> Spread.of(10, 30).over(Spread.of(5)))
        .hasMessage("2 rounds beside 1; expected as many");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "97123.4 | 97,100",
        "1234567 | 1,230,000",
        "999.6 | 1000",
        "123.4 | 123",
        "12.34 | 12.3",
        "1.234 | 1.23",
        "0.0341 | 0.034",
        "0 | 0.000",
        "-12.34 | -12.3"
      })
  void saysThreeDigits(double value, String words) {
    assertThat(Spread.number(value)).isEqualTo(words);
  }
}
