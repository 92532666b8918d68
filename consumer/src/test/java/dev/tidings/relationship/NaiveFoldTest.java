package dev.tidings.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fold beside a slow and plain one that was written apart from it. */
class NaiveFoldTest {

  private static final OracleCheck SHORT = new OracleCheck(1_979, 3_000, 1, 5);
  private static final OracleCheck LONG = new OracleCheck(1_965, 1_000, 6, 18);

  @Test
  void saysTheSameOfShortHistories() {
    Optional<String> difference = SHORT.firstDifference(FoldUnderTest.OURS);

    assertThat(difference).isEmpty();
  }

  @Test
  void saysTheSameOfLongHistories() {
    Optional<String> difference = LONG.firstDifference(FoldUnderTest.OURS);

    assertThat(difference).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("defects")
  void isSeenToDifferFrom(String defect) {
    Optional<String> difference = LONG.firstDifference(SeededDefects.any(defect));

    assertThat(difference).isPresent();
  }

  static Set<String> defects() {
    return SeededDefects.all();
  }
}
