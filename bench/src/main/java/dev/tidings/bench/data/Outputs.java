package dev.tidings.bench.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What readers get of a run, in figures that are the same for the same outputs: which updates of a
 * relationship came first may differ, and with it which changes are told with which of them.
 *
 * @param notifications how many
 * @param told a hash of their ids, each of which has an update, its version and a reason
 * @param summaries a hash of the last summary of each relationship
 * @param bytes of a notification on the average, its key and headers included
 */
public record Outputs(long notifications, String told, String summaries, long bytes) {

  /** Whether readers get the same. */
  public boolean isSameAs(Outputs other) {
    return notifications == other.notifications
        && told.equals(other.told)
        && summaries.equals(other.summaries);
  }

  /** Reads them, committed ones alone, up to where the topics end now. */
  static Outputs read(FilledBroker broker, String notifications, String summaries)
      throws InterruptedException {
    List<String> ids = new ArrayList<>();
    long[] bytes = {0};
    read(
        broker.bootstrap(),
        broker.ends(List.of(notifications), 1),
        record -> {
          ids.add(text(record.headers().lastHeader("ce_id").value()));
          bytes[0] += size(record);
        });
    Map<String, byte[]> last = new TreeMap<>();
    read(
        broker.bootstrap(),
        broker.ends(List.of(summaries), broker.partitions()),
        record -> last.put(text(record.key()), record.value()));
    MessageDigest told = sha256();
    ids.stream().sorted().forEach(id -> told.update(id.getBytes(StandardCharsets.UTF_8)));
    MessageDigest standing = sha256();
    last.values().forEach(standing::update);
    return new Outputs(
        ids.size(),
        HexFormat.of().formatHex(told.digest()),
        HexFormat.of().formatHex(standing.digest()),
        bytes[0] / Math.max(1, ids.size()));
  }

  /** How many bytes a record has for its reader: key, value and headers. */
  static long size(ConsumerRecord<byte[], byte[]> record) {
    long headers = 0;
    for (Header header : record.headers()) {
      headers += header.key().length() + header.value().length;
    }
    return record.key().length + record.value().length + headers;
  }

  private static void read(
      String bootstrap,
      Map<TopicPartition, Long> ends,
      Consumer<ConsumerRecord<byte[], byte[]>> each) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      Collection<TopicPartition> partitions = ends.keySet();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(each);
      }
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
