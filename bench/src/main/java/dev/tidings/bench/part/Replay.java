package dev.tidings.bench.part;

import dev.tidings.bench.data.FilledBroker;
import dev.tidings.bench.peer.Peer;
import dev.tidings.bench.process.Child;
import dev.tidings.bench.process.Product;
import dev.tidings.bench.table.Goal;
import dev.tidings.bench.table.Result;
import dev.tidings.summarise.Summariser;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** History a second: what a worker that starts anew reads and folds before it is ready. */
final class Replay implements Part {

  private static final int UPDATES = 1_000_000;
  private static final long LOOK_EVERY_MS = 20;
  private static final String WORKER = "**`tidings summarise`**, history, updates/s";
  private static final String READ = Peer.READ.words() + ", records/s";
  private static final Pattern RATE = Pattern.compile("^rate (\\S+)");
  private static final String TO_GO = "tidings_summarise_history_remaining";

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public Result run(Session session) throws Exception {
    FilledBroker broker = session.broker(session.updates(UPDATES));
    broker.forgetGroup(Summariser.GROUP);
    broker.commitAll(Summariser.GROUP);
    Rounds rounds =
        new Rounds(session)
            .with(WORKER, () -> worker(session, broker))
            .with(READ, () -> read(session, broker, Peer.READ))
            .with(Peer.PARSE.words() + ", records/s", () -> read(session, broker, Peer.PARSE))
            .run();
    return new Result(
        String.format(Locale.ROOT, "%,d updates", broker.updates()),
        rounds.measures(),
        List.of(
            Goal.atLeast(
                0.6, "× a plain consumer of bytes", rounds.of(WORKER).over(rounds.of(READ)))));
  }

  /** From its first batch that is seen until it is ready. */
  private static double worker(Session session, FilledBroker broker) throws Exception {
    try (Product worker =
        Product.serve(
            session.home(), List.of(), "summarise", "--kafka", broker.bootstrap(), "--port", "0")) {
      double toGo = 0;
      long began = worker.child().started();
      while (toGo == 0 && !worker.isReady()) {
        began = System.nanoTime();
        toGo = worker.metric(TO_GO);
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
      }
      double start = worker.awaitReady();
      session.say("         %10.1f  s from its start until it was ready", start);
      return toGo == 0 ? broker.updates() / start : toGo / ((System.nanoTime() - began) / 1e9);
    }
  }

  private static double read(Session session, FilledBroker broker, Peer peer)
      throws InterruptedException {
    try (Child child =
        peer.start(broker.bootstrap(), "bench-read", session.newFolder().toString())) {
      double rate = Double.parseDouble(child.awaitLine(RATE));
      child.awaitEnd();
      return rate;
    }
  }
}
