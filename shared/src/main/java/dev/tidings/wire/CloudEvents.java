package dev.tidings.wire;

import dev.tidings.notification.Notification;
import dev.tidings.party.Relationship;
import dev.tidings.summary.Summary;
import dev.tidings.update.RelationshipUpdate;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Every record of ours: key, JSON value, and CloudEvents 1.0 headers in binary mode. */
public final class CloudEvents {

  /** The {@code ce_source} of what {@code tidings publish} sends. */
  public static final String PRODUCER = "/tidings/publish";

  static final String WORKER = "/tidings/summarise";

  private static final byte[] SPEC_VERSION = utf8("1.0");
  private static final byte[] JSON = utf8("application/json");

  private CloudEvents() {}

  /** An update that {@code tidings publish} sends. */
  public static ProducerRecord<byte[], byte[]> record(RelationshipUpdate update) {
    return record(update, PRODUCER);
  }

  /** An update that the worker publishes once more, as the instant that it states has come. */
  public static ProducerRecord<byte[], byte[]> recordByWorker(RelationshipUpdate update) {
    return record(update, WORKER);
  }

  /**
   * An update.
   *
   * @param source who publishes it: a URI or a path, the {@code ce_source}
   */
  public static ProducerRecord<byte[], byte[]> record(RelationshipUpdate update, String source) {
    return record(
        Topic.of(update.kind()),
        update.relationship(),
        UpdateJson.write(update),
        update.id().toString(),
        "dev.tidings.update." + update.kind().word(),
        source,
        update.versionCreated());
  }

  public static ProducerRecord<byte[], byte[]> record(Summary summary) {
    return record(
        Topic.SUMMARIES,
        summary.relationship(),
        SummaryJson.write(summary),
        summary.relationship() + "@" + summary.knownAt() + "#" + summary.revision(),
        "dev.tidings.summary",
        WORKER,
        summary.knownAt());
  }

  public static ProducerRecord<byte[], byte[]> record(Notification notification) {
    return record(
        Topic.NOTIFICATIONS,
        notification.relationship(),
        NotificationJson.write(notification),
        notification.id(),
        "dev.tidings.notification",
        WORKER,
        notification.issued());
  }

  /** A header's text, the last of that name; empty when there is none, or none with a value. */
  public static Optional<String> header(ConsumerRecord<byte[], byte[]> record, String name) {
    return Optional.ofNullable(record.headers().lastHeader(name))
        .map(Header::value)
        .map(value -> new String(value, StandardCharsets.UTF_8));
  }

  private static ProducerRecord<byte[], byte[]> record(
      Topic topic,
      Relationship relationship,
      byte[] value,
      String id,
      String type,
      String source,
      Instant time) {
    byte[] key = utf8(relationship.key());
    ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic.topicName(), key, value);
    Headers headers = record.headers();
    headers.add("ce_specversion", SPEC_VERSION);
    put(headers, "ce_id", id);
    put(headers, "ce_type", type);
    put(headers, "ce_source", source);
    put(headers, "ce_time", time.toString());
    headers.add("ce_subject", key);
    headers.add("content-type", JSON);
    return record;
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(name, utf8(value));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
