package dev.tidings.bench.part;

import dev.tidings.bench.data.FilledBroker;
import dev.tidings.bench.data.Outputs;
import dev.tidings.bench.peer.Peer;
import dev.tidings.bench.process.Child;
import dev.tidings.bench.process.Product;
import dev.tidings.bench.table.Goal;
import dev.tidings.bench.table.Result;
import dev.tidings.bench.table.Spread;
import dev.tidings.summarise.Summariser;
import dev.tidings.wire.Topic;
import java.util.List;
import java.util.Locale;

/** Updates a second, exactly once, with all notifications, changes and summaries. */
final class News implements Part {

  private static final int UPDATES = 500_000;
  private static final String WORKER = "**`tidings summarise`**, updates/s";

  private static final List<Peer> PEERS =
      List.of(Peer.COPY, Peer.SMALL_LOOP, Peer.PROCESSORS, Peer.SMALL_PROCESSORS, Peer.SMALL_DSL);

  private int runs;

  @Override
  public String name() {
    return "news";
  }

  @Override
  public Result run(Session session) throws Exception {
    FilledBroker broker = session.broker(session.updates(UPDATES));
    Rounds rounds = new Rounds(session).with(WORKER, () -> worker(session, broker));
    for (Peer peer : PEERS) {
      rounds.with(words(peer), () -> peer(session, broker, peer));
    }
    rounds.run();
    Outputs ours = broker.outputs();
    session.say("the worker's notifications have %,d bytes on the average", ours.bytes());
    Spread worker = rounds.of(WORKER);
    return new Result(
        String.format(
            Locale.ROOT,
            "%,d updates, and %,d notifications of %,d bytes each on the average",
            broker.updates(),
            ours.notifications(),
            ours.bytes()),
        rounds.measures(),
        List.of(
            Goal.atLeast(0.5, "× the bare copy", worker.over(rounds.of(words(Peer.COPY)))),
            Goal.atLeast(
                2,
                "× Streams processors with the same outputs",
                worker.over(rounds.of(words(Peer.PROCESSORS)))),
            Goal.atLeast(
                3,
                "× the Streams DSL, which does less",
                worker.over(rounds.of(words(Peer.SMALL_DSL))))));
  }

  private static String words(Peer peer) {
    return peer.words() + ", updates/s";
  }

  /** As its users start it; its group has committed nothing, so that all is news. */
  private static double worker(Session session, FilledBroker broker) throws Exception {
    broker.forgetGroup(Summariser.GROUP);
    broker.empty(Topic.NOTIFICATIONS.topicName());
    try (Child worker =
        Product.run(
            session.home(), List.of(), "summarise", "--kafka", broker.bootstrap(), "--port", "0")) {
      double rate = broker.rateOf(Summariser.GROUP, worker::isAlive);
      session.say("         %10.1f  s of processor, its start included", worker.processorSeconds());
      return rate;
    }
  }

  private double peer(Session session, FilledBroker broker, Peer peer) throws Exception {
    String run = "bench-" + peer.name().toLowerCase(Locale.ROOT) + "-" + ++runs;
    broker.createOutputs(Peer.notifications(run), Peer.summaries(run));
    try (Child child = peer.start(broker.bootstrap(), run, session.newFolder().toString())) {
      double rate = broker.rateOf(run, child::isAlive);
      session.say("         %10.1f  s of processor, its start included", child.processorSeconds());
      if (peer == Peer.PROCESSORS) {
        check(broker, run);
      }
      return rate;
    } finally {
      broker.deleteTopics(run);
    }
  }

  private static void check(FilledBroker broker, String run) throws InterruptedException {
    Outputs ours = broker.outputs();
    Outputs theirs = broker.outputs(Peer.notifications(run), Peer.summaries(run), ours);
    if (!theirs.isSameAs(ours)) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT, "readers get %s of the worker, and %s of the peer", ours, theirs));
    }
  }
}
