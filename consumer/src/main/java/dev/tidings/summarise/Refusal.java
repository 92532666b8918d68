package dev.tidings.summarise;

import dev.tidings.wire.KafkaUnusable;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * The record for which a transaction must fail whenever it is tried again, as it is too large.
 * Sends fail on the producer's own thread.
 */
final class Refusal {

  private final AtomicReference<@Nullable KafkaUnusable> tooLarge = new AtomicReference<>();

  /** Keeps the first record that is too large; any other failure may be mended. */
  void note(ProducerRecord<byte[], byte[]> record, @Nullable Exception failure) {
    if (failure instanceof RecordTooLargeException) {
      byte[] key = record.key();
      String name = key == null ? "no key" : new String(key, StandardCharsets.UTF_8);
      tooLarge.compareAndSet(null, KafkaUnusable.tooLarge(record.topic(), name, failure));
    }
  }

  /** What no new attempt can mend, or else the failure itself. */
  RuntimeException or(KafkaException failure) {
    KafkaUnusable refused = tooLarge.get();
    return refused == null ? failure : refused;
  }
}
