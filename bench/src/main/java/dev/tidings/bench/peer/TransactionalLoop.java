package dev.tidings.bench.peer;

import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.Reading;
import dev.tidings.wire.Topic;
import dev.tidings.wire.UpdateRecords;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Consume, produce, commit every 200 ms with the offsets in the transaction: the least that
 * exactly-once can cost. As a copy it writes for each record so many bytes as a notification of the
 * worker has; with the small fold it writes what that tells, and the summaries at each commit.
 */
final class TransactionalLoop {

  private static final int NOTIFICATION_BYTES = 600;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final KafkaProducer<byte[], byte[]> producer;
  private final String run;
  private final Function<ConsumerRecord<byte[], byte[]>, byte[]> told;
  private final Map<TopicPartition, OffsetAndMetadata> read = new HashMap<>();
  private final Map<String, SmallFold> folds = new HashMap<>();
  private final Map<String, SmallFold> touched = new LinkedHashMap<>();

  private TransactionalLoop(String variant, String bootstrap, String run) {
    Map<String, Object> reading = new HashMap<>(Settings.reading(bootstrap));
    reading.put(ConsumerConfig.GROUP_ID_CONFIG, run);
    reading.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer");
    this.consumer =
        new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    Map<String, Object> writing = new HashMap<>(Settings.writing(bootstrap));
    writing.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, run);
    this.producer =
        new KafkaProducer<>(writing, new ByteArraySerializer(), new ByteArraySerializer());
    this.run = run;
    this.told =
        switch (variant) {
          case "copy" -> record -> likeANotification(record.value());
          case "small" -> this::fold;
          default -> throw new IllegalArgumentException(variant);
        };
  }

  public static void main(String[] args) {
    new TransactionalLoop(args[0], args[1], args[2]).run();
  }

  private void run() {
    producer.initTransactions();
    consumer.subscribe(Topic.updates());
    while (true) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofMillis(100));
      if (!records.isEmpty()) {
        transaction(records);
      }
    }
  }

  private void transaction(ConsumerRecords<byte[], byte[]> first) {
    long deadline = System.nanoTime() + Settings.COMMIT_MS * 1_000_000L;
    producer.beginTransaction();
    ConsumerRecords<byte[], byte[]> records = first;
    while (true) {
      records.forEach(this::tell);
      read.putAll(records.nextOffsets());
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        break;
      }
      records = consumer.poll(Duration.ofMillis(left));
    }
    touched.forEach((key, fold) -> send(Peer.summaries(run), bytes(key), fold.toJson()));
    touched.clear();
    producer.sendOffsetsToTransaction(read, consumer.groupMetadata());
    producer.commitTransaction();
    read.clear();
  }

  private void tell(ConsumerRecord<byte[], byte[]> record) {
    send(Peer.notifications(run), record.key(), told.apply(record));
  }

  private void send(String topic, byte[] key, byte[] value) {
    // A failed send fails the commit.
    var unused = producer.send(new ProducerRecord<>(topic, key, value));
  }

  private byte[] fold(ConsumerRecord<byte[], byte[]> record) {
    RelationshipUpdate update =
        ((Reading.Good<RelationshipUpdate>) UpdateRecords.read(record)).value();
    String key = update.relationship().key();
    SmallFold fold = folds.getOrDefault(key, SmallFold.EMPTY).plus(update);
    folds.put(key, fold);
    touched.put(key, fold);
    return fold.told(update);
  }

  /** Text that compresses as an update does. */
  private static byte[] likeANotification(byte[] value) {
    byte[] text = new byte[NOTIFICATION_BYTES];
    for (int at = 0; at < text.length; at += value.length) {
      System.arraycopy(value, 0, text, at, Math.min(value.length, text.length - at));
    }
    return text;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
