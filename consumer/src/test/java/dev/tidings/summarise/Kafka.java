package dev.tidings.summarise;

import dev.tidings.feed.Archive;
import dev.tidings.notification.Notification;
import dev.tidings.party.Relationship;
import dev.tidings.summary.Summary;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.CloudEvents;
import dev.tidings.wire.NotificationJson;
import dev.tidings.wire.Reading;
import dev.tidings.wire.SummaryJson;
import dev.tidings.wire.Topic;
import dev.tidings.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/** A broker with our topics, as a test sees it. */
final class Kafka implements AutoCloseable {

  static final int PARTITIONS = 3;

  private final Map<String, Object> client;
  private final Producer<byte[], byte[]> producer;
  private final List<Future<?>> sent = new ArrayList<>();

  private Kafka(Map<String, Object> client) {
    this.client = client;
    this.producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
  }

  static Kafka at(String bootstrap) {
    Map<String, Object> client = Map.of("bootstrap.servers", bootstrap);
    try (Topics topics = Topics.at(client)) {
      topics.create(PARTITIONS);
    }
    return new Kafka(client);
  }

  Map<String, Object> client() {
    return client;
  }

  void publish(List<RelationshipUpdate> updates) {
    updates.forEach(update -> publish(CloudEvents.record(update)));
    awaitAcknowledged();
  }

  void publish(ProducerRecord<byte[], byte[]> record) {
    sent.add(producer.send(record));
  }

  private void awaitAcknowledged() {
    producer.flush();
    for (Future<?> one : sent) {
      try {
        one.get();
      } catch (ExecutionException | InterruptedException e) {
        throw new IllegalStateException("a test's record was not taken", e);
      }
    }
    sent.clear();
  }

  /** Waits until the workers have committed all that is there. */
  void awaitProcessed() {
    awaitAcknowledged();
    try (Backlog backlog = new Backlog(client, PARTITIONS)) {
      Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> backlog.size() == 0);
    }
  }

  /** What readers were told: {@code uri#version reason}, in the order of the feed. */
  List<String> told() {
    List<String> told = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : read(Topic.NOTIFICATIONS)) {
      if (NotificationJson.read(record.value()) instanceof Reading.Good<Notification> good) {
        Notification n = good.value();
        told.add(n.update().uri() + "#" + n.update().version() + " " + n.reason().word());
      }
    }
    return told;
  }

  /** The summary that stands on the topic. */
  Optional<Summary> summary(String pair) {
    byte[] there = Archive.readSummaries(client).get(Relationship.parse(pair));
    return there != null && SummaryJson.read(there) instanceof Reading.Good<Summary> good
        ? Optional.of(good.value())
        : Optional.empty();
  }

  /** Pairs whose summary is not what a fresh fold of the log gives. */
  List<String> wrongSummaries() {
    SortedMap<Relationship, byte[]> there = Archive.readSummaries(client);
    Archive fresh = Archive.read(client);
    SortedMap<String, String> wrong = new TreeMap<>();
    for (Relationship relationship : fresh.relationships()) {
      Optional<Summary> expected = fresh.summary(relationship);
      byte[] found = there.get(relationship);
      String should = expected.map(s -> text(SummaryJson.write(s))).orElse("none");
      String is = found == null ? "none" : text(found);
      if (!should.equals(is)) {
        wrong.put(relationship.key(), relationship + ": expected " + should + " but found " + is);
      }
    }
    return List.copyOf(wrong.values());
  }

  /** All records that read_committed readers see. */
  List<ConsumerRecord<byte[], byte[]>> read(Topic topic) {
    Map<String, Object> settings = new java.util.HashMap<>(client);
    settings.put("isolation.level", "read_committed");
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      for (int number = 0; number < (topic.isDivided() ? PARTITIONS : 1); number++) {
        TopicPartition partition = new TopicPartition(topic.topicName(), number);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = end(partition);
        while (consumer.position(partition) < end) {
          consumer.poll(Duration.ofMillis(200)).forEach(records::add);
        }
      }
    }
    return records;
  }

  /** The end of all that is written: a commit returns before its records can be read. */
  private long end(TopicPartition partition) {
    try (Consumer<byte[], byte[]> everything =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      return everything.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
