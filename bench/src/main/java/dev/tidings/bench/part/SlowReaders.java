package dev.tidings.bench.part;

import dev.tidings.bench.data.FilledBroker;
import dev.tidings.bench.data.Updates;
import dev.tidings.bench.process.Up;
import dev.tidings.bench.reader.Crowd;
import dev.tidings.bench.reader.Delays;
import dev.tidings.bench.reader.Writer;
import dev.tidings.bench.table.Result;
import dev.tidings.update.RelationshipUpdate;
import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * How long after an update was handed to Kafka the last of all readers had it, beside readers that
 * never read: those cost the others nothing.
 */
final class SlowReaders implements Part {

  private static final int UPDATES = 100;
  private static final List<Integer> READERS = List.of(1, 100, 1_000);
  private static final List<Integer> NEVER_READ = List.of(0, 8);

  /** So much that no socket's buffers hold it. */
  private static final int PAST = 10_000;

  private static final long PATIENCE_MINUTES = 5;
  private static final long STALLED_SECONDS = 20;

  private long seed;

  @Override
  public String name() {
    return "slow-readers";
  }

  @Override
  public Result run(Session session) throws Exception {
    session.closeBroker();
    seed = session.seed();
    Rounds rounds = new Rounds(session);
    try (Up up = Up.start(session.home(), session.newFolder(), List.of());
        Writer writer = new Writer(up.bootstrap())) {
      up.awaitReady();
      long before = up.folded();
      FilledBroker.publish(up.bootstrap(), Updates.of(PAST, seed));
      if (!up.awaitFolded(before + PAST, PATIENCE_MINUTES)) {
        throw new IllegalStateException("the past was not folded in 5 minutes");
      }
      for (int round = 1; round <= session.rounds(); round++) {
        for (int readers : READERS) {
          for (int neverRead : NEVER_READ) {
            Delays delays = measure(up, writer, readers, neverRead);
            String words = words(readers, neverRead);
            rounds.note(round, words + ", p50", delays.percentile(50));
            rounds.note(round, words + ", worst", delays.percentile(100));
          }
        }
      }
    }
    return new Result(
        String.format(Locale.ROOT, "%d updates, one after the other; in ms", UPDATES),
        rounds.measures(),
        List.of());
  }

  private static String words(int readers, int neverRead) {
    return String.format(
        Locale.ROOT,
        "last of %,d %s%s",
        readers,
        readers == 1 ? "reader" : "readers",
        neverRead == 0 ? "" : " beside " + neverRead + " that never read");
  }

  private Delays measure(Up up, Writer writer, int readers, int neverRead) throws Exception {
    Delays delays = new Delays(UPDATES);
    Iterator<RelationshipUpdate> updates = Updates.of(2 * UPDATES, ++seed).onlyNew();
    try (Crowd silent = Crowd.thatNeverReads(neverRead, URI.create(up.stream() + "?after=-1"));
        Crowd crowd = Crowd.of(readers, up.stream())) {
      Waiting.until(() -> crowd.greeted() == readers, STALLED_SECONDS);
      Waiting.until(() -> up.stalledReaders() == neverRead, STALLED_SECONDS);
      long before = crowd.awaitSilence();
      for (int i = 0; i < UPDATES; i++) {
        long wanted = before + (long) readers * (i + 1);
        delays.sent(i, System.nanoTime());
        writer.send(updates.next());
        Waiting.until(() -> crowd.events() >= wanted, STALLED_SECONDS);
        delays.arrived(i);
      }
      if (silent.lost() > 0) {
        throw new IllegalStateException("one that never reads was cut off too soon");
      }
    }
    return delays;
  }
}
