package dev.tidings.feed;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads the committed records of topics, from their beginning to where they end now.
 *
 * <p>A commit returns before its records can be read; so the end is that of everything written, and
 * reading waits for the transactions that are open there.
 */
final class TopicReader {

  private static final Duration POLL = Duration.ofMillis(250);

  private TopicReader() {}

  /** Hands over every record; those of one partition in their order. */
  static void readAll(
      Map<String, Object> client,
      List<String> topics,
      java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          topics.stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = ends(client, partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(POLL).forEach(each);
      }
    }
  }

  private static Map<TopicPartition, Long> ends(
      Map<String, Object> client, List<TopicPartition> partitions) {
    try (Consumer<byte[], byte[]> everything =
        new KafkaConsumer<>(
            new HashMap<>(client), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      return everything.endOffsets(partitions);
    }
  }
}
