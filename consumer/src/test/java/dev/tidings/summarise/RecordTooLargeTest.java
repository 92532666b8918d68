package dev.tidings.summarise;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.broker.EmbeddedBroker;
import dev.tidings.wire.KafkaUnusable;
import dev.tidings.wire.Topic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kafka takes no record as large as a summary is. */
class RecordTooLargeTest {

  @TempDir Path folder;

  @Test
  @Timeout(60)
  void endsTheWorkerWithALineThatNamesTheRecord() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
        Kafka kafka = Kafka.at(broker.bootstrap())) {
      limit(kafka, Topic.SUMMARIES, 300);
      kafka.publish(List.of(update("a").get()));
      Summariser worker = new Summariser(kafka.client(), new SimpleMeterRegistry());

      assertThatThrownBy(worker::run)
          .isInstanceOf(KafkaUnusable.class)
          .hasMessageContaining("relations.summaries")
          .hasMessageContaining("IRN-PAK")
          .hasMessageNotContaining("\n")
          .hasCauseInstanceOf(RecordTooLargeException.class);
      assertThat(worker.tally().isReady()).isFalse();
    }
  }

  private static void limit(Kafka kafka, Topic topic, int bytes) throws Exception {
    try (Admin admin = Admin.create(kafka.client())) {
      AlterConfigOp limit =
          new AlterConfigOp(
              new ConfigEntry("max.message.bytes", Integer.toString(bytes)),
              AlterConfigOp.OpType.SET);
      admin
          .incrementalAlterConfigs(
              Map.of(
                  new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName()), List.of(limit)))
          .all()
          .get();
    }
  }
}
