package dev.tidings.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

class RejectedRecordTest {

  private static final byte[] KEY = "IRN-PAK".getBytes(StandardCharsets.UTF_8);
  private static final byte[] POISON = {(byte) 0xff, 0, 1};

  @Test
  void keepsItsBytesAndHeadersAndSaysWhyAndWhereItStood() {
    ConsumerRecord<byte[], byte[]> poison =
        new ConsumerRecord<>("relations.visits", 7, 4_711, KEY, POISON);
    poison.headers().add("ce_id", "urn:a#1".getBytes(StandardCharsets.UTF_8));

    ProducerRecord<byte[], byte[]> rejected = Rejections.record(poison, "byte 1 is not UTF-8");

    assertThat(rejected.topic()).isEqualTo("relations.rejected");
    assertThat(rejected.key()).isEqualTo(KEY);
    assertThat(rejected.value()).isEqualTo(POISON);
    assertThat(header(rejected, "ce_id")).isEqualTo("urn:a#1");
    assertThat(header(rejected, "tidings_reason")).isEqualTo("byte 1 is not UTF-8");
    assertThat(header(rejected, "tidings_topic")).isEqualTo("relations.visits");
    assertThat(header(rejected, "tidings_partition")).isEqualTo("7");
    assertThat(header(rejected, "tidings_offset")).isEqualTo("4711");
  }

  @Test
  void mayHaveNeitherKeyNorValue() {
    ProducerRecord<byte[], byte[]> rejected =
        Rejections.record(new ConsumerRecord<>("relations.visits", 0, 0, null, null), "nothing");

    assertThat(rejected.key()).isNull();
    assertThat(rejected.value()).isNull();
  }

  @Test
  void hasAShortReasonInOneLine() {
    ProducerRecord<byte[], byte[]> rejected =
        Rejections.record(
            new ConsumerRecord<>("relations.visits", 0, 0, KEY, POISON),
            "a\n" + "x".repeat(99_999));

    assertThat(header(rejected, "tidings_reason")).startsWith("a[U+000A]x").hasSize(2_000);
  }

  private static String header(ProducerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return new String(header.value(), StandardCharsets.UTF_8);
  }
}
