package dev.tidings.relationship;

import dev.tidings.relationship.FoldUnderTest.Folding;
import dev.tidings.summary.Summary;
import dev.tidings.update.RelationshipUpdate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Looks for a history that gives other bytes in another order, repeated, step by step, or asked
 * afresh.
 *
 * @param histories how many to try
 * @param least updates of each
 * @param most updates of each
 * @param arrivals in what orders each of them arrives
 */
record AnyOrderCheck(long seed, int histories, int least, int most, Arrivals arrivals) {

  /** In what orders a history arrives, and when it is looked at. */
  enum Arrivals {
    /** One other order, with some updates repeated; looked at when all are there. */
    SHUFFLED,
    /** The same, looked at after each update. */
    STEP_BY_STEP,
    /** All the orders that there are. */
    EVERY_PERMUTATION
  }

  private static final String NOTHING_IS_KNOWN = "nothing is known";

  /** The first history that tells orders apart, and how; nothing, when none does. */
  Optional<String> firstDifference(FoldUnderTest fold) {
    RandomHistories random = new RandomHistories(seed);
    for (int i = 0; i < histories; i++) {
      List<RelationshipUpdate> history = random.next(least, most);
      Optional<String> difference = difference(fold, history, random);
      if (difference.isPresent()) {
        return Optional.of(
            "history %d of seed %d:%s%n%s"
                .formatted(i, seed, RandomHistories.shown(history), difference.get()));
      }
    }
    return Optional.empty();
  }

  private Optional<String> difference(
      FoldUnderTest fold, List<RelationshipUpdate> history, RandomHistories random) {
    Folding inOrder = folded(fold, history);
    String picture = picture(inOrder);
    // Of some histories any day is asked, of the others the picture's own: its fresh fold.
    boolean anyDay = !inOrder.isKnown() || random.oneIn(3);
    Summary then =
        anyDay ? inOrder.summary(random.day(), random.instantIn(history)) : inOrder.summary();
    String thenJson = anyDay ? Histories.json(then) : picture;
    for (List<RelationshipUpdate> arrived : arrivalsOf(history, random)) {
      Folding other = folded(fold, arrived);
      Optional<String> difference =
          unlike("the picture", arrived, picture(other), picture)
              .or(() -> unlike("asked afresh", arrived, asked(other, then), thenJson));
      if (difference.isEmpty() && arrivals == Arrivals.STEP_BY_STEP) {
        difference = onTheWay(fold, arrived);
      }
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private List<List<RelationshipUpdate>> arrivalsOf(
      List<RelationshipUpdate> history, RandomHistories random) {
    return arrivals == Arrivals.EVERY_PERMUTATION
        ? RandomHistories.permutations(history)
        : List.of(random.shuffledAndRepeated(history));
  }

  /**
   * After each arrival the picture is the one that a fold of them gives that got them backwards.
   */
  private static Optional<String> onTheWay(FoldUnderTest fold, List<RelationshipUpdate> arrived) {
    Folding step = fold.empty();
    for (int i = 0; i < arrived.size(); i++) {
      step.add(arrived.get(i));
      List<RelationshipUpdate> prefix = new ArrayList<>(arrived.subList(0, i + 1));
      Collections.reverse(prefix);
      Optional<String> difference =
          step.isKnown()
              ? unlike(
                  "on the way", prefix, asked(folded(fold, prefix), step.summary()), picture(step))
              : Optional.empty();
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private static Folding folded(FoldUnderTest fold, List<RelationshipUpdate> arrived) {
    Folding folding = fold.empty();
    arrived.forEach(folding::add);
    return folding;
  }

  private static String picture(Folding folding) {
    return folding.isKnown() ? Histories.json(folding.summary()) : NOTHING_IS_KNOWN;
  }

  /** What one says when asked for the day and the instant of another's summary. */
  private static String asked(Folding folding, Summary then) {
    return Histories.json(folding.summary(then.asOf(), then.knownAt()));
  }

  private static Optional<String> unlike(
      String what, List<RelationshipUpdate> arrived, String found, String expected) {
    return found.equals(expected)
        ? Optional.empty()
        : Optional.of(
            "%s, arrived:%s%n  gives %s%n  not   %s"
                .formatted(what, RandomHistories.shown(arrived), found, expected));
  }
}
