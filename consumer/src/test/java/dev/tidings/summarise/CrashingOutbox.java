package dev.tidings.summarise;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * An outbox that dies at a random point of its commit and leaves everything as a killed process
 * does: no abort, no goodbye. How it commits is right, or wrong in a way that users would notice.
 */
final class CrashingOutbox implements Outbox {

  /** How records and offsets are made to count. */
  enum Way {
    /** As {@link TransactionalOutbox} does. */
    RIGHT,
    /** Seeded defect: the records count before the offsets do, so that both may count twice. */
    EMIT_BEFORE_COMMIT,
    /** Seeded defect: the offsets count before the records do, so that some may never count. */
    COMMIT_BEFORE_EMIT
  }

  /** Crashes so often, and no more. */
  static final class Fuse {
    private final Random random;
    private int left;

    Fuse(int crashes, long seed) {
      this.left = crashes;
      this.random = new Random(seed);
    }

    /** Burns at a third of the points that it is asked at. */
    synchronized void perhaps() {
      if (left > 0 && random.nextInt(3) == 0) {
        left--;
        throw new KafkaException("crashed on purpose");
      }
    }

    /** So many more. */
    synchronized void reload(int crashes) {
      left += crashes;
    }

    synchronized int left() {
      return left;
    }
  }

  private final Way way;
  private final Fuse fuse;
  private final Producer<byte[], byte[]> producer;

  CrashingOutbox(Map<String, Object> client, Way way, Fuse fuse) {
    this.way = way;
    this.fuse = fuse;
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("transactional.id", "crashing-" + UUID.randomUUID());
    settings.put("transaction.timeout.ms", 1_000);
    producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    producer.initTransactions();
  }

  @Override
  public void commit(
      List<ProducerRecord<byte[], byte[]>> records,
      Map<TopicPartition, OffsetAndMetadata> offsets,
      ConsumerGroupMetadata group) {
    fuse.perhaps();
    switch (way) {
      case RIGHT -> {
        producer.beginTransaction();
        send(records);
        fuse.perhaps();
        producer.sendOffsetsToTransaction(offsets, group);
        fuse.perhaps();
        producer.commitTransaction();
      }
      case EMIT_BEFORE_COMMIT -> {
        inTransaction(() -> send(records));
        fuse.perhaps();
        inTransaction(() -> producer.sendOffsetsToTransaction(offsets, group));
      }
      case COMMIT_BEFORE_EMIT -> {
        inTransaction(() -> producer.sendOffsetsToTransaction(offsets, group));
        fuse.perhaps();
        inTransaction(() -> send(records));
      }
    }
    fuse.perhaps();
  }

  private void inTransaction(Runnable what) {
    producer.beginTransaction();
    what.run();
    producer.commitTransaction();
  }

  private void send(List<ProducerRecord<byte[], byte[]>> records) {
    for (ProducerRecord<byte[], byte[]> record : records) {
      var unused = producer.send(record);
    }
    producer.flush();
  }

  /** Closes nothing but the sockets: an open transaction stays open until it times out. */
  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }
}
