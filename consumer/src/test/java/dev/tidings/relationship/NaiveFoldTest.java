package dev.tidings.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.update.RelationshipUpdate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

  /** Long enough for more to be in force and claimed than is listed. */
  @Test
  void saysTheSameOfALongHistory() {
    List<RelationshipUpdate> history = LongHistory.of(5_000);
    RelationshipState state = Histories.state(history);
    List<String> differences = new ArrayList<>();

    for (String day : List.of("1995-06-30", "2010-01-31", "2026-01-02")) {
      LocalDate asOf = LocalDate.parse(day);
      Instant then = LongHistory.instantOf(asOf.minusDays(50));
      differences.addAll(OracleCheck.differences(history, state.summary(asOf, then)));
      differences.addAll(OracleCheck.differences(history, state.summary(asOf, LongHistory.NOW)));
    }

    assertThat(differences).isEmpty();
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
