package dev.tidings.wire;

import dev.tidings.update.RelationshipUpdate;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.TimestampType;

/** A record of an update topic becomes an update, or poison with all that is wrong with it. */
public final class UpdateRecords {

  private static final Duration MOST_AHEAD = Duration.ofMinutes(5);

  /** Kafka's clock has no less. */
  private static final Duration MILLISECOND = Duration.ofMillis(1);

  private UpdateRecords() {}

  /**
   * Reads a record. What is wrong depends on the record alone, its time on the topic included, so
   * that every reader of the log refuses the same records.
   */
  public static Reading<RelationshipUpdate> read(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      return Reading.bad("value", "nothing there; expected an update");
    }
    Reading<RelationshipUpdate> reading = UpdateJson.read(record.value());
    return reading instanceof Reading.Good<RelationshipUpdate> good
        ? inItsPlace(good.value(), record)
        : reading;
  }

  /** Whether the worker wrote it, as it says itself. */
  public static boolean isByWorker(ConsumerRecord<byte[], byte[]> record) {
    Header source = record.headers().lastHeader("ce_source");
    return source != null
        && CloudEvents.WORKER.equals(new String(source.value(), StandardCharsets.UTF_8));
  }

  /**
   * What was issued ahead of Kafka's clock was issued when Kafka stored it. So no publisher can
   * move the clock of a relationship beyond Kafka's own, and end an embargo early. A time that a
   * producer gave, under an earlier version of ours, says nothing and changes nothing.
   */
  private static RelationshipUpdate notAhead(
      RelationshipUpdate update, ConsumerRecord<byte[], byte[]> record) {
    Instant stored = Instant.ofEpochMilli(record.timestamp());
    return record.timestampType() == TimestampType.LOG_APPEND_TIME
            && !update.versionCreated().isBefore(stored.plus(MILLISECOND))
        ? update.toBuilder().versionCreated(stored).build()
        : update;
  }

  private static Reading<RelationshipUpdate> inItsPlace(
      RelationshipUpdate update, ConsumerRecord<byte[], byte[]> record) {
    Optional<String> wrongKey = RecordKey.whyNot(record, update.relationship().key());
    if (wrongKey.isPresent()) {
      return Reading.bad("key", wrongKey.get());
    }
    String topic = Topic.of(update.kind()).topicName();
    if (!topic.equals(record.topic())) {
      return Reading.bad(
          "kind",
          String.format(
              Locale.ROOT, "%s on %s; expected %s", update.kind().word(), record.topic(), topic));
    }
    Instant stored = Instant.ofEpochMilli(record.timestamp());
    if (update.versionCreated().isAfter(stored.plus(MOST_AHEAD))) {
      return Reading.bad(
          "versionCreated",
          String.format(
              Locale.ROOT,
              "%s, stored at %s; expected at most 5 minutes ahead",
              update.versionCreated(),
              stored));
    }
    return new Reading.Good<>(notAhead(update, record));
  }
}
