package dev.tidings.bench.part;

import dev.tidings.bench.data.Updates;
import dev.tidings.bench.process.Child;
import dev.tidings.bench.process.Product;
import dev.tidings.bench.process.Up;
import dev.tidings.bench.reader.Delays;
import dev.tidings.bench.reader.Writer;
import dev.tidings.bench.table.Goal;
import dev.tidings.bench.table.Measure;
import dev.tidings.bench.table.Result;
import dev.tidings.bench.table.Spread;
import dev.tidings.wire.UpdateJson;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A million updates: {@code tidings publish} imports them into a running {@code up}, while news
 * comes at 10/s; then {@code up} starts again with all of them.
 */
final class Million implements Part {

  private static final Pattern PUBLISHED = Pattern.compile("^ *([\\d,]+) +published$");

  private static final int UPDATES = 1_000_000;
  private static final int RATE = 10;

  /** For so long news comes; an import that ends sooner has news after it. */
  private static final int SECONDS = 30;

  private static final long PATIENCE_SECONDS = 600;
  private static final String AGAIN = "**`tidings up`** again, s";
  private static final String KAFKA = "Kafka alone on the same folder, s";

  @Override
  public String name() {
    return "million";
  }

  @Override
  public Result run(Session session) throws Exception {
    session.closeBroker();
    int updates = session.updates(UPDATES);
    Path folder = session.newFolder();
    List<Measure> measures = new ArrayList<>(importing(session, folder, updates));
    Rounds rounds =
        new Rounds(session)
            .with(AGAIN, () -> Start.up(session, folder))
            .with(KAFKA, () -> Start.kafka(folder))
            .run();
    measures.addAll(rounds.measures());
    return new Result(
        String.format(Locale.ROOT, "%,d updates, imported once", updates),
        measures,
        List.of(
            Goal.atMost(1_000, "ms, news during the import, p99", measures.get(0).spread()),
            Goal.atMost(15, "s more than Kafka, again", rounds.of(AGAIN).minus(rounds.of(KAFKA)))));
  }

  /** The delay of news first. */
  private static List<Measure> importing(Session session, Path folder, int updates)
      throws Exception {
    Path lines = Files.createDirectories(session.newFolder()).resolve("updates.jsonl");
    write(Updates.of(updates, session.seed()), lines);
    try (Up up = Up.start(session.home(), folder, List.of());
        Writer writer = new Writer(up.bootstrap())) {
      up.awaitReady();
      long before = up.folded();
      Delays delays = new Delays(RATE * SECONDS);
      double imported;
      try (Child publish =
          Product.run(
              session.home(), List.of(), "publish", "--kafka", up.bootstrap(), lines.toString())) {
        writer.measure(delays, up.stream(), RATE, session.seed() + 1, PATIENCE_SECONDS);
        session.say("news: %s", delays);
        publish.awaitEnd();
        imported = (System.nanoTime() - publish.started()) / 1e9;
        // Of so many generated lines one says what an earlier one has said, and is left out.
        int published = Integer.parseInt(publish.awaitLine(PUBLISHED).replace(",", ""));
        up.awaitFolded(before + published + delays.number(), 20);
      }
      return List.of(
          new Measure("news during the import, at 10/s, p99, ms", Spread.of(delays.percentile(99))),
          new Measure("news during the import, p50, ms", Spread.of(delays.percentile(50))),
          new Measure("the import, until all was published, s", Spread.of(imported)));
    }
  }

  private static void write(Updates updates, Path file) throws IOException {
    try (OutputStream lines = new BufferedOutputStream(Files.newOutputStream(file))) {
      while (updates.hasNext()) {
        lines.write(UpdateJson.write(updates.next()));
        lines.write('\n');
      }
    }
  }
}
