package dev.tidings.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidings.broker.EmbeddedBroker;
import dev.tidings.command.Worker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker while Kafka is there, and when it is gone. */
class WorkerHealthTest {

  private static final String VISIT =
      "{\"uri\":\"test:1\",\"version\":1,\"versionCreated\":\"2026-11-20T08:00:00Z\","
          + "\"kind\":\"visit\",\"mode\":\"visit\",\"occurred\":\"2026-11-20\","
          + "\"actor\":\"PAK\",\"counterpart\":\"IRN\",\"headline\":\"A visit\"}\n";

  @TempDir Path folder;
  private final MeterRegistry registry = new SimpleMeterRegistry();

  @Test
  @SuppressWarnings("try") // The broker goes before its worker does.
  void countsWhatItDoesAndSaysWhenItCannot() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), 0)) {
      Run.of("topics", "--partitions=2", "--kafka=" + broker.bootstrap());
      Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrap());
      try (Worker worker = Worker.start(client, registry)) {
        assertThat(problem(worker)).isPresent();
        await().atMost(Duration.ofSeconds(30)).until(() -> problem(worker).isEmpty());
        Run.withInput(VISIT, "publish", "--kafka=" + broker.bootstrap(), "-");
        Run.withInput(VISIT, "publish", "--kafka=" + broker.bootstrap(), "-");
        poison(client);

        await()
            .untilAsserted(
                () -> {
                  assertThat(records("visit", "applied")).isEqualTo(1);
                  assertThat(records("visit", "duplicate")).isEqualTo(1);
                  assertThat(records("border", "rejected")).isEqualTo(1);
                });
        assertThat(registry.get("tidings.summarise.delay").timer().count()).isEqualTo(1);
        assertThat(registry.get("tidings.summarise.partitions").gauge().value()).isEqualTo(2);
        await()
            .atMost(Duration.ofSeconds(20))
            .until(() -> registry.find("tidings.summarise.lag").gauges().size() == 16);

        broker.close();
        await()
            .atMost(Duration.ofMinutes(1))
            .untilAsserted(
                () ->
                    assertThat(problem(worker).orElse(""))
                        .containsAnyOf("heard nothing from Kafka", "has not joined"));
      }
    }
  }

  private static Optional<String> problem(Worker worker) {
    return worker.check().problem().get();
  }

  private double records(String kind, String outcome) {
    return registry
        .get("tidings.summarise.records")
        .tags("kind", kind, "outcome", outcome)
        .counter()
        .count();
  }

  private static void poison(Map<String, Object> client) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>("relations.borders", 0, null, new byte[] {'{'})).get();
    }
  }
}
