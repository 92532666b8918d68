package dev.tidings.publish;

import static dev.tidings.publish.Kafka.file;
import static dev.tidings.publish.Rows.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.intake.Format;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/** The Kafka that operators run. */
@EnabledIf("aDockerEngineAnswers")
class PublishingOnDockerKafkaTest {

  @TempDir Path folder;

  static boolean aDockerEngineAnswers() {
    return DockerClientFactory.instance().isDockerAvailable();
  }

  @Test
  void takesSingleAndMultilateralStatements() {
    try (KafkaContainer container = new KafkaContainer("apache/kafka:4.3.1")) {
      container.start();
      Kafka kafka = Kafka.at(container.getBootstrapServers());
      String created = "'versionCreated':'2024-01-16T12:00:00Z'";
      String three = json("test:m", "'parties':['IRN','PAK','TUR']", created);

      Kafka.Run run =
          kafka.publish(Format.JSONL, file(folder, "a.jsonl", json("test:a"), three, three));

      assertThat(run.account())
          .extracting(Account::published, Account::records, Account::duplicates)
          .containsExactly(2L, 4L, 1L);
      assertThat(kafka.published()).hasSize(4);
    }
  }
}
