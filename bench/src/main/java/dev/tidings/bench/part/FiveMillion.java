package dev.tidings.bench.part;

import dev.tidings.bench.data.FilledBroker;
import dev.tidings.bench.data.Updates;
import dev.tidings.bench.process.Up;
import dev.tidings.bench.table.Goal;
import dev.tidings.bench.table.Measure;
import dev.tidings.bench.table.Result;
import dev.tidings.bench.table.Spread;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Five million updates in one {@code up} of 4 GiB: folded for the first time, and again there. */
final class FiveMillion implements Part {

  private static final int UPDATES = 5_000_000;
  private static final long MOST_MINUTES = 10;
  private static final String HEAP = "-Xmx4g";

  @Override
  public String name() {
    return "five-million";
  }

  @Override
  public Result run(Session session) throws Exception {
    session.closeBroker();
    int updates = session.updates(UPDATES);
    Path folder = session.newFolder();
    Spread folded = Spread.of(fold(session, folder, updates));
    Spread again =
        Spread.of(
            Double.isInfinite(folded.median())
                ? Double.POSITIVE_INFINITY
                : Start.up(session, folder, HEAP));
    return new Result(
        String.format(
            Locale.ROOT,
            "%,d updates, `%s`, once; what is not there in %d minutes, never is",
            updates,
            HEAP,
            MOST_MINUTES),
        List.of(
            new Measure("from the first published until all are folded, s", folded),
            new Measure("again ready, s", again)),
        List.of(Goal.atMost(360, "s, folded", folded), Goal.atMost(100, "s, again ready", again)));
  }

  private static double fold(Session session, Path folder, int updates)
      throws InterruptedException {
    try (Up up = Up.start(session.home(), folder, List.of(HEAP))) {
      up.awaitReady();
      long before = up.folded();
      long began = System.nanoTime();
      FilledBroker.publish(up.bootstrap(), Updates.of(updates, session.seed()));
      boolean all = up.awaitFolded(before + updates, MOST_MINUTES);
      double seconds = (System.nanoTime() - began) / 1e9;
      session.say("%s after %.0f s", all ? "all are folded" : "not all are folded", seconds);
      return all ? seconds : Double.POSITIVE_INFINITY;
    }
  }
}
