package dev.tidings.wire;

import dev.tidings.text.PlainText;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The key of a record, which says what its value says too. */
final class RecordKey {

  private RecordKey() {}

  /** What is wrong with a record's key; empty when it is the expected one. */
  static Optional<String> whyNot(ConsumerRecord<byte[], byte[]> record, String expected) {
    if (record.key() == null) {
      return Optional.of(String.format(Locale.ROOT, "none; expected %s", expected));
    }
    String key = new String(record.key(), StandardCharsets.UTF_8);
    return key.equals(expected)
        ? Optional.empty()
        : Optional.of(
            String.format(Locale.ROOT, "'%s'; expected %s", PlainText.clip(key, 40), expected));
  }
}
