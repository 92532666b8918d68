package dev.tidings.bench.part;

import dev.tidings.bench.process.Child;
import dev.tidings.bench.table.Goal;
import dev.tidings.bench.table.Result;
import dev.tidings.bench.table.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One more update, and one answer, in relationships of a thousand to a million updates.
 *
 * <p>Without JMH: each takes tens of microseconds and more, and needs a state that takes a minute
 * to build; a process per size and round, warmed up on small relationships, is as exact as it
 * needs.
 */
final class Sizes implements Part {

  private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000, 1_000_000);
  private static final int PAST = 100_000;
  private static final List<String> JVM = List.of("-Xms4g", "-Xmx4g", "-XX:+UseParallelGC");

  @Override
  public String name() {
    return "sizes";
  }

  @Override
  public Result run(Session session) throws Exception {
    List<Integer> sizes =
        SIZES.stream().filter(size -> size <= session.updates(1_000_000)).toList();
    Rounds rounds = new Rounds(session);
    for (int round = 1; round <= session.rounds(); round++) {
      for (int size : sizes) {
        measure(session, rounds, round, size);
      }
    }
    return new Result(
        "One pair, its updates spread over eight years; in µs",
        rounds.measures(),
        goals(rounds, sizes));
  }

  private static List<Goal> goals(Rounds rounds, List<Integer> sizes) {
    int largest = sizes.get(sizes.size() - 1);
    List<Goal> goals = new ArrayList<>();
    goals.add(
        Goal.atMost(
            1.2,
            "× one more update of a thousand, at " + number(largest),
            rounds
                .of(words(OneRelationship.ONE_MORE, largest))
                .over(rounds.of(words(OneRelationship.ONE_MORE, sizes.get(0))))));
    for (String answer : List.of(OneRelationship.AS_OF, OneRelationship.AS_KNOWN)) {
      goals.add(
          Goal.atMost(
              5, "ms, " + words(answer, largest), milliseconds(rounds, words(answer, largest))));
    }
    if (sizes.contains(PAST)) {
      String first = words(OneRelationship.FIRST_OF_THE_PAST, PAST);
      goals.add(Goal.atMost(300, "ms, " + first, milliseconds(rounds, first)));
    }
    return goals;
  }

  private static Spread milliseconds(Rounds rounds, String what) {
    return new Spread(rounds.of(what).rounds().stream().map(micros -> micros / 1_000).toList());
  }

  private static void measure(Session session, Rounds rounds, int round, int size)
      throws InterruptedException {
    try (Child child =
        Child.java(
            JVM, OneRelationship.class, String.valueOf(size), String.valueOf(session.seed()))) {
      for (String what :
          List.of(
              OneRelationship.ONE_MORE,
              OneRelationship.AS_OF,
              OneRelationship.FIRST_OF_THE_PAST,
              OneRelationship.AS_KNOWN)) {
        String figure = child.awaitLine(Pattern.compile("^" + what + " (\\S+)"));
        rounds.note(round, words(what, size), Double.parseDouble(figure));
      }
      child.awaitEnd();
    }
  }

  private static String words(String what, int size) {
    String words =
        switch (what) {
          case OneRelationship.ONE_MORE -> "one more update, folded, told and summarised, median";
          case OneRelationship.AS_OF -> "an answer of any day, as known now, p99";
          case OneRelationship.FIRST_OF_THE_PAST -> "the first answer as known in the past";
          case OneRelationship.AS_KNOWN -> "an answer of any day, as known at any instant, p99";
          default -> throw new IllegalArgumentException(what);
        };
    return words + ", of " + number(size);
  }

  private static String number(int size) {
    return String.format(Locale.ROOT, "%,d", size);
  }
}
