package dev.tidings.bench.part;

import dev.tidings.bench.process.BrokerProcess;
import dev.tidings.bench.process.Up;
import dev.tidings.bench.table.Goal;
import dev.tidings.bench.table.Result;
import java.nio.file.Path;
import java.util.List;

/** From the start of {@code up} until it is ready, beside Kafka's own start with its settings. */
final class Start implements Part {

  private static final String FROM_NOTHING = "**`tidings up`** from nothing, s";
  private static final String AGAIN = "**`tidings up`** again, s";
  private static final String KAFKA_FROM_NOTHING = "Kafka alone from nothing, s";
  private static final String KAFKA_AGAIN = "Kafka alone again, s";

  @Override
  public String name() {
    return "start";
  }

  @Override
  public Result run(Session session) throws Exception {
    session.closeBroker();
    Rounds rounds = new Rounds(session);
    for (int round = 1; round <= session.rounds(); round++) {
      Path ours = session.newFolder();
      Path theirs = session.newFolder();
      rounds.note(round, FROM_NOTHING, up(session, ours));
      rounds.note(round, KAFKA_FROM_NOTHING, kafka(theirs));
      rounds.note(round, AGAIN, up(session, ours));
      rounds.note(round, KAFKA_AGAIN, kafka(theirs));
    }
    return new Result(
        "With the bundled history; ready is what `/health/ready` says",
        rounds.measures(),
        List.of(
            Goal.atMost(
                2,
                "s more than Kafka, from nothing",
                rounds.of(FROM_NOTHING).minus(rounds.of(KAFKA_FROM_NOTHING))),
            Goal.atMost(
                2, "s more than Kafka, again", rounds.of(AGAIN).minus(rounds.of(KAFKA_AGAIN)))));
  }

  static double up(Session session, Path folder, String... javaOptions)
      throws InterruptedException {
    try (Up up = Up.start(session.home(), folder, List.of(javaOptions))) {
      return up.awaitReady();
    }
  }

  static double kafka(Path folder) throws InterruptedException {
    try (BrokerProcess kafka = BrokerProcess.start(folder)) {
      return kafka.startSeconds();
    }
  }
}
