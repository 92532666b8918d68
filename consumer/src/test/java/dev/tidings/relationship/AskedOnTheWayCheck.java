package dev.tidings.relationship;

import dev.tidings.relationship.FoldUnderTest.Folding;
import dev.tidings.summary.Summary;
import dev.tidings.update.RelationshipUpdate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Looks for a question, asked while a history arrives, to which a fold says anything else than one
 * that is asked for the first time, or than {@link NaiveFold}. What a fold keeps from one question
 * to the next must not grow stale.
 *
 * @param histories how many to try
 * @param least updates of each
 * @param most updates of each
 * @param arrivals about how many arrive from one question to the next
 */
record AskedOnTheWayCheck(long seed, int histories, int least, int most, int arrivals) {

  Optional<String> firstDifference(FoldUnderTest fold) {
    RandomHistories random = new RandomHistories(seed);
    for (int i = 0; i < histories; i++) {
      List<RelationshipUpdate> history = random.next(least, most);
      Optional<String> difference = difference(fold, random.shuffledAndRepeated(history), random);
      if (difference.isPresent()) {
        return Optional.of("history %d of seed %d: %s".formatted(i, seed, difference.get()));
      }
    }
    return Optional.empty();
  }

  private Optional<String> difference(
      FoldUnderTest fold, List<RelationshipUpdate> arriving, RandomHistories random) {
    Folding asked = fold.empty();
    for (int i = 0; i < arriving.size(); i++) {
      asked.add(arriving.get(i));
      if (random.oneIn(arrivals)) {
        List<RelationshipUpdate> arrived = new ArrayList<>(arriving.subList(0, i + 1));
        LocalDate day = random.day();
        Instant instant = random.instantIn(arrived);
        Optional<String> difference =
            difference(arrived, asked.summary(day, instant), random.oneIn(4));
        if (difference.isPresent()) {
          return difference;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> difference(
      List<RelationshipUpdate> arrived, Summary found, boolean besideTheNaive) {
    List<RelationshipUpdate> backwards = new ArrayList<>(arrived);
    Collections.reverse(backwards);
    String expected =
        Histories.json(Histories.state(backwards).summary(found.asOf(), found.knownAt()));
    if (!Histories.json(found).equals(expected)) {
      return Optional.of(
          "after %d arrivals%n  gives %s%n  not   %s"
              .formatted(arrived.size(), Histories.json(found), expected));
    }
    List<String> differences = besideTheNaive ? OracleCheck.differences(arrived, found) : List.of();
    return differences.isEmpty() ? Optional.empty() : Optional.of(String.join("\n  ", differences));
  }
}
