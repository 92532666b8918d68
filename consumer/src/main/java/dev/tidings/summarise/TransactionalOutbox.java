package dev.tidings.summarise;

import dev.tidings.wire.Role;
import dev.tidings.wire.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * One Kafka transaction a batch.
 *
 * <p>The transactional id is new for each outbox: what fences a worker that has lost its partitions
 * is the group's member epoch, which goes into the transaction, and not the id.
 */
final class TransactionalOutbox implements Outbox {

  /**
   * A dead worker's open transaction holds all readers back for as long, in milliseconds. A worker
   * that is silent for as long has lost its partitions anyway.
   */
  private static final int TRANSACTION_TIMEOUT_MS = (int) Topics.SOON.toMillis();

  /** A poison record of Kafka's 1 MiB goes on with its reason. */
  private static final int LARGEST_RECORD_BYTES = 2 * 1024 * 1024;

  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

  private final Producer<byte[], byte[]> producer;

  TransactionalOutbox(Map<String, Object> client) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(
        ProducerConfig.TRANSACTIONAL_ID_CONFIG, Role.SUMMARISE.transactions() + UUID.randomUUID());
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 15_000);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_RECORD_BYTES);
    this.producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    producer.initTransactions();
  }

  @Override
  public void commit(
      List<ProducerRecord<byte[], byte[]>> records,
      Map<TopicPartition, OffsetAndMetadata> offsets,
      ConsumerGroupMetadata group) {
    Refusal refusal = new Refusal();
    try {
      producer.beginTransaction();
      // A failed send fails the commit, so that its future need not be asked.
      for (ProducerRecord<byte[], byte[]> record : records) {
        var unused =
            producer.send(
                Role.SUMMARISE.writing(record),
                (metadata, failure) -> refusal.note(record, failure));
      }
      producer.sendOffsetsToTransaction(offsets, group);
      producer.commitTransaction();
    } catch (KafkaException e) {
      throw refusal.or(e);
    }
  }

  /** Aborts what is open. */
  @Override
  public void close() {
    producer.close(CLOSE_WITHIN);
  }
}
