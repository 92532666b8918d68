package dev.tidings.gateway;

import static dev.tidings.gateway.Texts.newUri;
import static dev.tidings.gateway.Texts.visitOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.publish.Kafka;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody has begun a transaction on one partition of an update topic, and does not end it. */
class HangingTransactionTest {

  private static final Kafka KAFKA = Kafka.embedded();
  private static Desk desk;

  @BeforeAll
  static void open() {
    desk = Desk.open(KAFKA.client());
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @Test
  void keepsUpdatesOfOtherPartitionsFromNothing() throws Exception {
    String elsewhere = newUri();
    desk.post(visitOf(elsewhere, "IRN", "FRA"));
    int here = partitionOf("FRA-IRN");
    try (KafkaProducer<byte[], byte[]> producer = transactional(60_000)) {
      producer.initTransactions();
      producer.beginTransaction();
      byte[] bytes = "hangs".getBytes(StandardCharsets.UTF_8);
      producer.send(new ProducerRecord<>("relations.visits", (here + 1) % 3, bytes, bytes)).get();

      assertThat(desk.put(elsewhere, visitOf(elsewhere, "IRN", "FRA")).status()).isEqualTo(202);
      assertThat(desk.get("/publisher/updates/" + Desk.encoded(elsewhere)).status()).isEqualTo(200);
      assertThat(desk.get("/publisher/updates?limit=1").status()).isEqualTo(200);
      assertThat(desk.get("/health/ready").status()).isEqualTo(200);
      assertThat(desk.delete(elsewhere).status()).isEqualTo(202);

      producer.abortTransaction();
    }
  }

  @Test
  void isOverWithinAMinute() {
    try (KafkaProducer<byte[], byte[]> producer = transactional(60_001)) {
      assertThatThrownBy(producer::initTransactions)
          .isInstanceOf(KafkaException.class)
          .hasStackTraceContaining("timeout is larger than the maximum value");
    }
  }

  private static int partitionOf(String relationship) {
    return KAFKA.records("read_committed").stream()
        .filter(record -> new String(record.key(), StandardCharsets.UTF_8).equals(relationship))
        .findFirst()
        .orElseThrow()
        .partition();
  }

  private static KafkaProducer<byte[], byte[]> transactional(int timeoutMs) {
    Map<String, Object> settings = new HashMap<>(KAFKA.client());
    settings.put("transactional.id", "hanging-" + UUID.randomUUID());
    settings.put("transaction.timeout.ms", timeoutMs);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
