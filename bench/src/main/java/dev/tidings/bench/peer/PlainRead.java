package dev.tidings.bench.peer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.tidings.wire.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads all update topics once, and says how many records a second it was. */
final class PlainRead {

  private static final ObjectReader JSON =
      JsonMapper.builder().build().readerFor(PlainUpdate.class);

  /** An update as Jackson alone makes it, with nothing checked. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record PlainUpdate(
      String uri,
      int version,
      String versionCreated,
      String pubStatus,
      String kind,
      String mode,
      String occurred,
      String actor,
      String counterpart,
      @Nullable String actorSector,
      @Nullable String counterpartSector,
      String headline,
      String language,
      String standing,
      List<PlainSource> sources) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record PlainSource(String name, @Nullable List<String> doubts) {}

  private PlainRead() {}

  public static void main(String[] args) {
    ToLongFunction<ConsumerRecord<byte[], byte[]>> use =
        switch (args[0]) {
          case "bytes" -> record -> record.value().length;
          case "records" ->
              record -> ((PlainUpdate) JSON.readValue(record.value())).headline().length();
          default -> throw new IllegalArgumentException(args[0]);
        };
    Map<String, Object> settings = new HashMap<>(Settings.reading(args[1]));
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      Collection<TopicPartition> partitions =
          Topic.updates().stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      System.out.println(rate(consumer, consumer.endOffsets(partitions), use));
    }
  }

  private static String rate(
      KafkaConsumer<byte[], byte[]> consumer,
      Map<TopicPartition, Long> ends,
      ToLongFunction<ConsumerRecord<byte[], byte[]>> use) {
    long end = ends.values().stream().mapToLong(Long::longValue).sum();
    long began = 0;
    long read = 0;
    long used = 0;
    while (read < end) {
      var records = consumer.poll(Duration.ofMillis(100));
      if (began == 0 && !records.isEmpty()) {
        began = System.nanoTime();
        end -= records.count();
        continue;
      }
      for (ConsumerRecord<byte[], byte[]> record : records) {
        used += use.applyAsLong(record);
      }
      read += records.count();
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    return String.format(Locale.ROOT, "rate %.1f (used %d)", read / seconds, used);
  }
}
