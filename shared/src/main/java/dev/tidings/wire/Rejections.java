package dev.tidings.wire;

import dev.tidings.text.PlainText;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A record that no update could be read from, with its original bytes and the reason. */
public final class Rejections {

  /** Header: what is wrong, one line of UTF-8 text, at most 2,000 characters. */
  public static final String REASON = "tidings_reason";

  /** Headers: where the record stood. */
  public static final String TOPIC = "tidings_topic";

  public static final String PARTITION = "tidings_partition";
  public static final String OFFSET = "tidings_offset";

  private static final int MOST_REASON = 2_000;

  private Rejections() {}

  /** Key, value and headers as they were, with the reason and the place as further headers. */
  public static ProducerRecord<byte[], byte[]> record(
      ConsumerRecord<byte[], byte[]> poison, String reason) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(Topic.REJECTED.topicName(), poison.key(), poison.value());
    poison.headers().forEach(record.headers()::add);
    record
        .headers()
        .add(REASON, PlainText.clip(reason, MOST_REASON).getBytes(StandardCharsets.UTF_8))
        .add(TOPIC, poison.topic().getBytes(StandardCharsets.UTF_8))
        .add(PARTITION, Integer.toString(poison.partition()).getBytes(StandardCharsets.UTF_8))
        .add(OFFSET, Long.toString(poison.offset()).getBytes(StandardCharsets.UTF_8));
    return record;
  }
}
