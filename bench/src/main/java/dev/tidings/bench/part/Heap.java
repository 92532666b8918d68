package dev.tidings.bench.part;

import dev.tidings.bench.data.FilledBroker;
import dev.tidings.bench.data.Updates;
import dev.tidings.bench.process.Product;
import dev.tidings.bench.table.Goal;
import dev.tidings.bench.table.Result;
import dev.tidings.bench.table.Spread;
import dev.tidings.summarise.Summariser;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.Topic;
import dev.tidings.wire.UpdateJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Heap an update, in the worker and in a feed: what is alive after a full collection, less what the
 * same process has alive with no updates.
 */
final class Heap implements Part {

  private static final int UPDATES = 300_000;
  private static final int SAMPLE = 10_000;
  private static final List<String> ROLES = List.of("summarise", "feed");
  private static final String STORED = "bytes of an update's JSON as stored";

  @Override
  public String name() {
    return "heap";
  }

  @Override
  public Result run(Session session) throws Exception {
    FilledBroker full = session.broker(session.updates(UPDATES));
    fold(session, full);
    Rounds rounds = new Rounds(session);
    try (FilledBroker empty = FilledBroker.start(session.newFolder(), 0, session.seed())) {
      for (String role : ROLES) {
        rounds.with(
            words(role),
            () -> (live(session, full, role) - live(session, empty, role)) / full.updates());
      }
      rounds.with(STORED, () -> stored(session)).run();
    }
    List<Goal> goals = new ArrayList<>();
    for (String role : ROLES) {
      Spread heap = rounds.of(words(role));
      goals.add(
          Goal.atMost(
              250,
              "bytes beyond the stored ones, if " + role + " keeps these",
              heap.minus(rounds.of(STORED))));
      goals.add(Goal.atMost(400, "bytes in all, if " + role + " does not", heap));
    }
    return new Result(
        String.format(Locale.ROOT, "%,d updates", full.updates()), rounds.measures(), goals);
  }

  private static String words(String role) {
    return "**`tidings " + role + "`**, bytes of heap an update";
  }

  /** A feed holds what the worker told, too: where it was not there, it is now. */
  private static void fold(Session session, FilledBroker broker) throws Exception {
    if (broker.outputs().notifications() < broker.updates() / 2) {
      broker.forgetGroup(Summariser.GROUP);
      broker.empty(Topic.NOTIFICATIONS.topicName());
      try (Product worker = start(session, broker, "summarise")) {
        broker.rateOf(Summariser.GROUP, worker.child()::isAlive);
      }
    }
  }

  private static double live(Session session, FilledBroker broker, String role)
      throws InterruptedException {
    try (Product process = start(session, broker, role)) {
      process.awaitReady();
      return process.child().liveHeap();
    }
  }

  private static Product start(Session session, FilledBroker broker, String role)
      throws InterruptedException {
    return Product.serve(
        session.home(), List.of(), role, "--kafka", broker.bootstrap(), "--port", "0");
  }

  private static double stored(Session session) {
    Updates updates = Updates.of(SAMPLE, session.seed());
    long bytes = 0;
    while (updates.hasNext()) {
      RelationshipUpdate update = updates.next();
      bytes += UpdateJson.write(update).length;
    }
    return bytes / (double) SAMPLE;
  }
}
