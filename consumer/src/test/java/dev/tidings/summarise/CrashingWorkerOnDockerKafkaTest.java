package dev.tidings.summarise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.summarise.CrashingOutbox.Way;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/** The same on the Kafka that operators run. */
@EnabledIf("aDockerEngineAnswers")
class CrashingWorkerOnDockerKafkaTest {

  static boolean aDockerEngineAnswers() {
    return DockerClientFactory.instance().isDockerAvailable();
  }

  @Test
  void tellsEverythingExactlyOnceAndLeavesEverySummaryEqualToAFreshFold() throws Exception {
    try (KafkaContainer container = new KafkaContainer("apache/kafka:4.3.1")) {
      container.start();
      try (Kafka kafka = Kafka.at(container.getBootstrapServers())) {
        List<String> wrong = WorkerCrashes.wrongAfter(kafka, Way.RIGHT, 4, 4);

        assertThat(wrong).isEmpty();
      }
    }
  }
}
