package dev.tidings.relationship;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.fixture.UpdateFixture;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Readers ask for any day and instant while updates go on arriving. */
class AskedOnTheWayTest {

  private static final LocalDate DAY = LocalDate.parse("2024-02-01");

  private static final AskedOnTheWayCheck SHORT = new AskedOnTheWayCheck(1_955, 2_000, 4, 14, 2);

  /** Long enough for pictures of the past to be kept. */
  private static final AskedOnTheWayCheck LONG = new AskedOnTheWayCheck(1_964, 25, 200, 400, 12);

  @Test
  void getTheAnswersOfAFreshFoldFromShortHistories() {
    Optional<String> difference = SHORT.firstDifference(FoldUnderTest.OURS);

    assertThat(difference).isEmpty();
  }

  @Test
  void getTheAnswersOfAFreshFoldFromLongHistories() {
    Optional<String> difference = LONG.firstDifference(FoldUnderTest.OURS);

    assertThat(difference).isEmpty();
  }

  /** The picture after the 64th event is kept. */
  @Test
  void learnOfAnotherSourceAtTheVeryInstantOfAPictureThatIsKept() {
    RelationshipState state = Histories.state();
    for (int i = 1; i <= 70; i++) {
      state.add(onSecond(i).by("desk").get());
    }
    Instant then = Instant.parse("2024-01-16T00:01:04Z");
    state.summary(DAY, then);

    state.add(onSecond(64).by("irna").get());

    assertThat(state.summary(DAY, then).recent().get(0).corroboration()).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("defects")
  void isSeenToFailWith(String defect) {
    Optional<String> difference = SHORT.firstDifference(SeededDefects.ofMemory(defect));

    assertThat(difference).isPresent();
  }

  private static UpdateFixture onSecond(int second) {
    Instant issued = Instant.parse("2024-01-16T00:00:00Z").plusSeconds(second);
    return update("u%02d".formatted(second)).issued(issued.toString());
  }

  static Set<String> defects() {
    return SeededDefects.OF_MEMORY.keySet();
  }
}
