package dev.tidings.relationship;

import dev.tidings.update.RelationshipUpdate;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What answers to random questions cost, in steps: nodes of trees visited, and events of the past
 * applied.
 *
 * @param ofNow any day, as known now
 * @param ofThen any day, as known at any instant
 * @param afterOneMore the same, each after one more update, whose steps are counted too
 */
record AnswerCosts(Cost ofNow, Cost ofThen, Cost afterOneMore) {

  /** On the average, and at the most. */
  record Cost(long mean, long most) {}

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final int QUESTIONS = 300;

  /** The past ends so many days before the history does. */
  private static final int DAYS_AGO = 40;

  static AnswerCosts of(RelationshipState state) {
    Random random = new Random(1_947);
    Cost now = cost(state, random, false, List.of());
    firstOfThePast(state);
    Cost then = cost(state, random, true, List.of());
    List<RelationshipUpdate> more = new ArrayList<>();
    for (int i = 0; i < QUESTIONS; i++) {
      more.add(LongHistory.oneMore(i));
    }
    return new AnswerCosts(now, then, cost(state, random, true, more));
  }

  private static Cost cost(
      RelationshipState state, Random random, boolean past, List<RelationshipUpdate> more) {
    long sum = 0;
    long most = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      LocalDate asOf = day(random.nextInt(LongHistory.DAYS));
      LocalDate known = day(random.nextInt(LongHistory.DAYS - DAYS_AGO));
      long before = state.steps().taken();
      if (!more.isEmpty()) {
        state.add(more.get(i));
      }
      state.summary(asOf, past ? LongHistory.instantOf(known) : LongHistory.NOW);
      long taken = state.steps().taken() - before;
      sum += taken;
      most = Math.max(most, taken);
    }
    return new Cost(sum / QUESTIONS, most);
  }

  /** It goes through all of it; in nanoseconds. */
  private static long firstOfThePast(RelationshipState state) {
    long asked = System.nanoTime();
    state.summary(LocalDate.EPOCH, LongHistory.instantOf(day(LongHistory.DAYS - DAYS_AGO)));
    return System.nanoTime() - asked;
  }

  private static LocalDate day(int number) {
    return LongHistory.START.plusDays(number);
  }

  /** Prints the table of docs/decisions/006. */
  public static void main(String[] arguments) {
    for (int updates : List.of(1_000, 10_000, 100_000)) {
      List<RelationshipUpdate> history = LongHistory.of(updates);
      long before = used();
      long start = System.nanoTime();
      RelationshipState state = Histories.state(history);
      long added = System.nanoTime();
      long held = used();
      long first = firstOfThePast(state);
      AnswerCosts costs = of(state);
      System.out.printf(
          "%,d updates: %s%n  an update: %,d ns, %,d bytes; with the past %,d bytes%n",
          updates,
          costs,
          (added - start) / updates,
          (held - before) / updates,
          (used() - before) / updates);
      System.out.printf("  the first answer of the past: %,d µs%n", first / 1_000);
      long asked = System.nanoTime();
      for (int i = 0; i < QUESTIONS; i++) {
        state.summary(day(i * LongHistory.DAYS / QUESTIONS), LongHistory.NOW);
      }
      System.out.printf(
          "  an answer of now: %,d µs%n", (System.nanoTime() - asked) / 1_000 / QUESTIONS);
      for (int i = 0; i < 5; i++) {
        long worked = THREADS.getCurrentThreadCpuTime();
        state.climate(LongHistory.START, day(LongHistory.DAYS), 500, LongHistory.NOW);
        System.out.printf(
            "  a climate in 500 points: %,d µs of processor%n",
            (THREADS.getCurrentThreadCpuTime() - worked) / 1_000);
      }
      if (history.isEmpty()) {
        throw new IllegalStateException("kept until here, so that it is in both measurements");
      }
    }
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
