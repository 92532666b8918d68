package dev.tidings.summarise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two workers in processes of their own share the partitions, and one is killed. */
class KilledWorkersTest {

  @TempDir Path folder;

  @Test
  void loseNothingAndTellNothingTwice() throws Exception {
    Path log = folder.resolve("workers.log");
    List<String> told = new ArrayList<>();
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
        Kafka kafka = Kafka.at(broker.bootstrap())) {
      Process stays = WorkerProcess.start(broker.bootstrap(), log);
      Process dies = WorkerProcess.start(broker.bootstrap(), log);
      try {
        awaitSharing(broker.bootstrap(), 2);
        for (int part = 0; part < 4; part++) {
          Story story = Story.of("k" + part + "u", 150, part);
          kafka.publish(story.updates());
          told.addAll(story.told());
          if (part == 1) {
            dies.destroyForcibly().waitFor();
          }
        }

        kafka.awaitProcessed();

        assertThat(WorkerCrashes.wrong(kafka, told)).isEmpty();
        assertThat(stays.isAlive()).isTrue();
      } finally {
        stays.destroyForcibly().waitFor();
        dies.destroyForcibly().waitFor();
      }
    }
  }

  private static void awaitSharing(String bootstrap, int workers) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptionsMatching(e -> e instanceof ExecutionException)
        .until(() -> sharing(bootstrap), sharing -> sharing == workers);
  }

  private static long sharing(String bootstrap) throws Exception {
    try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap))) {
      ConsumerGroupDescription group =
          admin
              .describeConsumerGroups(List.of(Summariser.GROUP))
              .all()
              .get()
              .values()
              .iterator()
              .next();
      return group.members().stream()
          .filter(member -> !member.assignment().topicPartitions().isEmpty())
          .count();
    }
  }
}
