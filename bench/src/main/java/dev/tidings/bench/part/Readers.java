package dev.tidings.bench.part;

import dev.tidings.bench.data.FilledBroker;
import dev.tidings.bench.data.Updates;
import dev.tidings.bench.process.Up;
import dev.tidings.bench.reader.Crowd;
import dev.tidings.bench.table.Goal;
import dev.tidings.bench.table.Result;
import dev.tidings.update.RelationshipUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Ten thousand readers of the stream, all of whom are told everything. */
final class Readers implements Part {

  private static final int READERS = 10_000;

  /** Fewer than a reader may miss for a while before it is cut off. */
  private static final int NOTIFICATIONS = 300;

  private static final long MOST_SECONDS = 120;
  private static final String RATE = "**deliveries/s**";
  private static final String HELD = "readers that had every notification";
  private static final String MEMORY = "MiB of the whole process at its peak, broker included";

  @Override
  public String name() {
    return "readers";
  }

  @Override
  public Result run(Session session) throws Exception {
    session.closeBroker();
    Rounds rounds = new Rounds(session);
    for (int round = 1; round <= session.rounds(); round++) {
      try (Up up =
          Up.start(
              session.home(),
              session.newFolder(),
              List.of(),
              "--streams",
              String.valueOf(READERS))) {
        up.awaitReady();
        measure(session, up, rounds, round);
      }
    }
    return new Result(
        String.format(Locale.ROOT, "%,d readers, %,d notifications", READERS, NOTIFICATIONS),
        rounds.measures(),
        List.of(
            Goal.atLeast(READERS, "readers", rounds.of(HELD)),
            Goal.atLeast(100_000, "deliveries/s", rounds.of(RATE)),
            Goal.atMost(1_024, "MiB in all", rounds.of(MEMORY))));
  }

  private static void measure(Session session, Up up, Rounds rounds, int round) throws Exception {
    try (Crowd crowd = Crowd.of(READERS, up.stream())) {
      Waiting.until(() -> crowd.greeted() + crowd.lost() >= READERS, MOST_SECONDS);
      int readers = crowd.greeted();
      session.say("%,d readers were greeted, and %,d refused", readers, crowd.lost());
      List<RelationshipUpdate> updates = new ArrayList<>();
      Updates.of(NOTIFICATIONS, session.seed() + round).onlyNew().forEachRemaining(updates::add);
      long before = crowd.awaitSilence();
      long wanted = before + (long) readers * updates.size();
      long began = System.nanoTime();
      FilledBroker.publish(up.bootstrap(), updates.iterator());
      if (!Waiting.within(() -> crowd.events() >= wanted, MOST_SECONDS)) {
        session.say("not all have had all");
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      rounds.note(round, RATE, (crowd.events() - before) / seconds);
      rounds.note(round, HELD, (crowd.events() - before) / (double) updates.size());
      rounds.note(round, MEMORY, up.peakMemory());
    }
  }
}
