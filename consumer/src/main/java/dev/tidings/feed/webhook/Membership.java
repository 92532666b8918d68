package dev.tidings.feed.webhook;

import dev.tidings.wire.Json;
import dev.tidings.wire.Role;
import dev.tidings.wire.Topic;
import dev.tidings.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * One life in the group that divides the subscriptions, until the first failure. Whoever owns a
 * partition of {@code relations.subscriptions} delivers what is in it.
 *
 * <p>Cursors are written in transactions that carry the group's member epoch: a process that lost
 * its partitions without noticing can call a receiver twice, but it cannot move a cursor. For one
 * thread.
 */
final class Membership implements ConsumerRebalanceListener, AutoCloseable {

  static final String GROUP = Role.FEED.group();

  private static final Duration POLL = Duration.ofMillis(100);

  /**
   * A dead process's open transaction holds back whoever takes over for as long, in milliseconds. A
   * process that is silent for as long has lost its partitions anyway.
   */
  private static final int TRANSACTION_TIMEOUT_MS = (int) Topics.SOON.toMillis();

  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

  private final Registry registry;
  private final Deliveries deliveries;
  private final Ledger ledger;
  private final Consumer<byte[], byte[]> consumer;
  private final Producer<byte[], byte[]> producer;

  Membership(Map<String, Object> client, Registry registry, Deliveries deliveries, Ledger ledger) {
    this.registry = registry;
    this.deliveries = deliveries;
    this.ledger = ledger;
    this.producer = producer(client);
    this.consumer = consumer(client);
    consumer.subscribe(List.of(Topic.SUBSCRIPTIONS.topicName()), this);
  }

  /** Stays a member, and writes down how far the deliveries are. */
  void step() {
    var unused = consumer.poll(POLL);
    write(ledger.take());
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    // The registry reads them; here they only say what is ours.
    consumer.pause(partitions);
    if (!partitions.isEmpty()) {
      registry.catchUpWithAll();
      deliveries.gained(numbers(partitions));
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    deliveries.handOver(numbers(partitions));
    write(ledger.take());
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    deliveries.loseAll();
  }

  /** Hands over what is delivered here, unless it is lost already. */
  @Override
  public void close() {
    try (producer) {
      consumer.close();
    }
  }

  private void write(Map<String, Ledger.Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
    producer.beginTransaction();
    // A send that fails makes the commit fail, so its future need not be looked at.
    entries.forEach(
        (id, entry) -> {
          int partition = entry.partition();
          var unused =
              producer.send(
                  new ProducerRecord<>(
                      Topic.CURSORS.topicName(),
                      partition,
                      id.getBytes(StandardCharsets.UTF_8),
                      entry.progress() == null ? null : Json.write(entry.progress())));
          positions.put(
              new TopicPartition(Topic.SUBSCRIPTIONS.topicName(), partition),
              new OffsetAndMetadata(registry.position(partition)));
        });
    // Kafka checks the member epoch here. A record sent after the check, by a process that was
    // stopped in between, would follow those of whoever took over.
    producer.flush();
    producer.sendOffsetsToTransaction(positions, consumer.groupMetadata());
    producer.commitTransaction();
  }

  private static Set<Integer> numbers(Collection<TopicPartition> partitions) {
    return partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
  }

  private static Producer<byte[], byte[]> producer(Map<String, Object> client) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(
        ProducerConfig.TRANSACTIONAL_ID_CONFIG, Role.FEED.transactions() + UUID.randomUUID());
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 15_000);
    Producer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    try {
      producer.initTransactions();
      return producer;
    } catch (RuntimeException e) {
      producer.close(CLOSE_WITHIN);
      throw e;
    }
  }

  private static Consumer<byte[], byte[]> consumer(Map<String, Object> client) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
    settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
