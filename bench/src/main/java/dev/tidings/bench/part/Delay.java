package dev.tidings.bench.part;

import dev.tidings.bench.data.FilledBroker;
import dev.tidings.bench.data.Updates;
import dev.tidings.bench.process.Up;
import dev.tidings.bench.reader.Bare;
import dev.tidings.bench.reader.Delays;
import dev.tidings.bench.reader.Writer;
import dev.tidings.bench.table.Goal;
import dev.tidings.bench.table.Result;
import dev.tidings.bench.table.Spread;
import java.util.List;
import java.util.Locale;

/**
 * From an update's publication until a reader of the stream has its notification, beside the least
 * that Kafka takes for a transaction. Both are on one machine and one broker, that of {@code up}.
 */
final class Delay implements Part {

  private static final int SLOW_RATE = 10;
  private static final int SECONDS = 20;
  private static final int BURST = 60_000;
  private static final long PATIENCE_SECONDS = 60;
  private static final String TOPIC = "bench-bare";

  private long seed;

  @Override
  public String name() {
    return "delay";
  }

  @Override
  public Result run(Session session) throws Exception {
    session.closeBroker();
    seed = session.seed();
    Rounds rounds = new Rounds(session);
    try (Up up = Up.start(session.home(), session.newFolder(), List.of())) {
      up.awaitReady();
      FilledBroker.createTopic(up.bootstrap(), TOPIC);
      burst(session, up);
      double half = burst(session, up) / 2;
      session.say("%s updates/s is half of what it folds", Spread.number(half));
      for (int round = 1; round <= session.rounds(); round++) {
        for (double rate : new double[] {SLOW_RATE, half}) {
          int number = (int) (rate * SECONDS);
          note(rounds, round, rate, "**publish → stream**", ours(up, rate, number));
          note(rounds, round, rate, "bare transaction", bare(up, rate, number));
        }
      }
      return new Result(
          String.format(Locale.ROOT, "One `up`, one reader, each rate for %d s; in ms", SECONDS),
          rounds.measures(),
          List.of(goal(rounds, SLOW_RATE), goal(rounds, half)));
    }
  }

  private static Goal goal(Rounds rounds, double rate) {
    return Goal.atMost(
        2,
        "× the bare transaction, p99, at " + at(rate),
        rounds
            .of(words("**publish → stream**", 99, rate))
            .over(rounds.of(words("bare transaction", 99, rate))));
  }

  private static void note(Rounds rounds, int round, double rate, String of, Delays delays) {
    rounds.note(round, words(of, 50, rate), delays.percentile(50));
    rounds.note(round, words(of, 99, rate), delays.percentile(99));
  }

  private static String words(String of, int percent, double rate) {
    return of + ", p" + percent + ", at " + at(rate);
  }

  private static String at(double rate) {
    return rate == SLOW_RATE ? "10/s" : "half the highest rate";
  }

  /** Updates a second, from the first until the last is folded. */
  private double burst(Session session, Up up) throws InterruptedException {
    int updates = session.updates(BURST);
    long before = up.folded();
    long began = System.nanoTime();
    FilledBroker.publish(up.bootstrap(), Updates.of(updates, ++seed));
    if (!up.awaitFolded(before + updates, 5)) {
      throw new IllegalStateException("the burst was not folded in 5 minutes");
    }
    return updates / ((System.nanoTime() - began) / 1e9);
  }

  private Delays ours(Up up, double rate, int number) throws Exception {
    Delays delays = new Delays(number);
    try (Writer writer = new Writer(up.bootstrap())) {
      writer.measure(delays, up.stream(), rate, ++seed, PATIENCE_SECONDS);
    }
    return delays;
  }

  private static Delays bare(Up up, double rate, int number) throws InterruptedException {
    Delays delays = new Delays(number);
    try (Bare bare = new Bare(up.bootstrap(), TOPIC)) {
      bare.measure(delays, rate);
    }
    return delays;
  }
}
