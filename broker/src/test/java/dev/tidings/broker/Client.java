package dev.tidings.broker;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A reader and writer of topics with one partition, who waits at most 10 s for anything. */
final class Client implements AutoCloseable {
  private static final int PATIENCE_MS = 10_000;

  private final String bootstrap;
  private final Admin admin;
  private final KafkaProducer<String, String> producer;

  Client(String bootstrap) {
    this.bootstrap = bootstrap;
    this.admin =
        Admin.create(
            Map.of(
                "bootstrap.servers", bootstrap,
                "request.timeout.ms", PATIENCE_MS / 2,
                "default.api.timeout.ms", PATIENCE_MS));
    this.producer = producer(Map.of());
  }

  KafkaProducer<String, String> producer(Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", bootstrap);
    settings.put("acks", "all");
    settings.put("max.block.ms", PATIENCE_MS);
    settings.put("request.timeout.ms", PATIENCE_MS / 2);
    settings.put("delivery.timeout.ms", PATIENCE_MS);
    settings.putAll(more);
    return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }

  KafkaConsumer<String, String> consumer(Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.put("bootstrap.servers", bootstrap);
    settings.put("auto.offset.reset", "earliest");
    settings.put("isolation.level", "read_committed");
    settings.put("request.timeout.ms", PATIENCE_MS / 2);
    settings.put("default.api.timeout.ms", PATIENCE_MS);
    return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
  }

  Admin admin() {
    return admin;
  }

  void make(String topic) {
    make(topic, 1);
  }

  void make(String topic, int partitions) {
    answer(admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all());
  }

  /** Blocks until the record is acknowledged. */
  void write(String topic, String text) throws ExecutionException, InterruptedException {
    producer.send(new ProducerRecord<>(topic, text)).get();
  }

  /** Whether the record is acknowledged in that time. */
  boolean writes(String topic, String text, Duration limit) throws InterruptedException {
    try {
      producer.send(new ProducerRecord<>(topic, text)).get(limit.toMillis(), MILLISECONDS);
      return true;
    } catch (ExecutionException | TimeoutException notAcknowledged) {
      return false;
    }
  }

  /** A member of a group with the server's range assignor. */
  KafkaConsumer<String, String> worker(String group) {
    return consumer(
        Map.of("group.id", group, "group.protocol", "consumer", "group.remote.assignor", "range"));
  }

  List<String> read(String topic) {
    TopicPartition all = new TopicPartition(topic, 0);
    List<String> texts = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer = consumer(Map.of())) {
      consumer.assign(List.of(all));
      consumer.seekToBeginning(List.of(all));
      long end = consumer.endOffsets(List.of(all)).values().iterator().next();
      while (consumer.position(all) < end) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> texts.add(record.value()));
      }
    }
    return texts;
  }

  static <T> T answer(KafkaFuture<T> future) {
    try {
      return future.get(PATIENCE_MS, MILLISECONDS);
    } catch (ExecutionException | TimeoutException | InterruptedException e) {
      throw new AssertionError("no answer from the broker", e);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
    admin.close(Duration.ZERO);
  }
}
