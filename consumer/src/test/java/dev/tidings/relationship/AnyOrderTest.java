package dev.tidings.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.relationship.AnyOrderCheck.Arrivals;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Updates arrive in any order, any number of times. */
class AnyOrderTest {

  private static final AnyOrderCheck SHUFFLED =
      new AnyOrderCheck(2_024, 20_000, 4, 14, Arrivals.SHUFFLED);
  private static final AnyOrderCheck STEP_BY_STEP =
      new AnyOrderCheck(1_947, 300, 4, 14, Arrivals.STEP_BY_STEP);
  private static final AnyOrderCheck EVERY_PERMUTATION =
      new AnyOrderCheck(1_950, 100, 2, 5, Arrivals.EVERY_PERMUTATION);

  @Test
  void givesTheSameBytesShuffledAndRepeated() {
    Optional<String> difference = SHUFFLED.firstDifference(FoldUnderTest.OURS);

    assertThat(difference).isEmpty();
  }

  @Test
  void givesTheBytesOfAFreshFoldAfterEachUpdate() {
    Optional<String> difference = STEP_BY_STEP.firstDifference(FoldUnderTest.OURS);

    assertThat(difference).isEmpty();
  }

  @Test
  void givesTheSameBytesInEveryPermutation() {
    Optional<String> difference = EVERY_PERMUTATION.firstDifference(FoldUnderTest.OURS);

    assertThat(difference).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("defects")
  void isSeenToFailShuffledAndRepeated(String defect) {
    Optional<String> difference = SHUFFLED.firstDifference(SeededDefects.ofOrder(defect));

    assertThat(difference).isPresent();
  }

  @ParameterizedTest
  @MethodSource("defects")
  void isSeenToFailAfterEachUpdate(String defect) {
    Optional<String> difference = STEP_BY_STEP.firstDifference(SeededDefects.ofOrder(defect));

    assertThat(difference).isPresent();
  }

  static Set<String> defects() {
    return SeededDefects.OF_ORDER.keySet();
  }
}
