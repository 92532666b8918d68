package dev.tidings.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.relationship.AnswerCosts.Cost;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Histories of 1,000, 10,000 and 100,000 updates, of the same forty-seven years and the same
 * mixture.
 */
class AnswerOfALongHistoryTest {

  /** What ten times as many updates may cost more, on the average and at the most. */
  private static final int A_TENFOLD_MORE = 4_000;

  private static final int A_TENFOLD_MORE_AT_MOST = 10_000;

  @Test
  void takesStepsThatGrowWithTheLogarithmOfTheUpdates() {
    List<AnswerCosts> costs =
        Stream.of(1_000, 10_000, 100_000)
            .map(updates -> AnswerCosts.of(Histories.state(LongHistory.of(updates))))
            .toList();

    assertGrowsByLittleEachTenfold(costs.stream().map(AnswerCosts::ofNow).toList());
    assertGrowsByLittleEachTenfold(costs.stream().map(AnswerCosts::ofThen).toList());
    assertGrowsByLittleEachTenfold(costs.stream().map(AnswerCosts::afterOneMore).toList());
  }

  private static void assertGrowsByLittleEachTenfold(List<Cost> costs) {
    for (int i = 1; i < costs.size(); i++) {
      assertThat(costs.get(i).mean() - costs.get(i - 1).mean()).isLessThan(A_TENFOLD_MORE);
      assertThat(costs.get(i).most() - costs.get(i - 1).most()).isLessThan(A_TENFOLD_MORE_AT_MOST);
    }
    assertThat(costs.get(2).mean()).isLessThan(5 * costs.get(0).mean());
  }
}
