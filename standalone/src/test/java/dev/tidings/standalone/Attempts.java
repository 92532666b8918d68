package dev.tidings.standalone;

import dev.tidings.wire.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Finds out by trying which topics of ours a client may read and write. */
record Attempts(Map<String, Object> client) {

  /** One fetch asks for all: whatever is refused, is refused with the first answer. */
  private static final Duration ONE_FETCH = Duration.ofSeconds(2);

  Set<String> readable() {
    Set<String> left = ours();
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("auto.offset.reset", "earliest");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      while (!left.isEmpty() && !isFetched(consumer, left)) {
        // The next attempt is without what was refused.
      }
    }
    return left;
  }

  /** Whether all can be fetched; takes out what cannot. */
  private static boolean isFetched(KafkaConsumer<byte[], byte[]> consumer, Set<String> topics) {
    List<TopicPartition> partitions =
        topics.stream().map(topic -> new TopicPartition(topic, 0)).toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    try {
      // By then it has logged in, however long a busy machine takes for it.
      partitions.forEach(consumer::position);
      long end = System.nanoTime() + ONE_FETCH.toNanos();
      while (System.nanoTime() < end) {
        var unused = consumer.poll(ONE_FETCH.dividedBy(10));
      }
      return true;
    } catch (TopicAuthorizationException e) {
      topics.removeAll(e.unauthorizedTopics());
      return false;
    }
  }

  Set<String> writable() {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("enable.idempotence", "false");
    settings.put("acks", "all");
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      Set<String> written = ours();
      written.removeIf(topic -> !isWritten(producer, topic));
      return written;
    }
  }

  private static boolean isWritten(KafkaProducer<byte[], byte[]> producer, String topic) {
    byte[] bytes = "an attempt".getBytes(StandardCharsets.UTF_8);
    try {
      producer.send(new ProducerRecord<>(topic, 0, bytes, bytes)).get();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AuthorizationException) {
        return false;
      }
      throw new AssertionError(topic, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static Set<String> ours() {
    return Arrays.stream(Topic.values())
        .map(Topic::topicName)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
