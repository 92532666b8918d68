package dev.tidings.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.tidings.notification.Notification;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A notification as UTF-8 JSON. */
public final class NotificationJson {

  private NotificationJson() {}

  /** The record's value. The same notification gives the same bytes, on one line. */
  public static byte[] write(Notification notification) {
    return Json.MAPPER.writeValueAsBytes(notification);
  }

  /** A notification with its place in the feed: in JSON one object, {@code seq} first. */
  public record Entry(long seq, @JsonUnwrapped Notification notification) {}

  /** Reads what {@link #write} wrote, in this version or an older or newer one. */
  public static Reading<Notification> read(byte @Nullable [] value) {
    return Json.read(value, Notification.class);
  }

  /** Reads a record: its key is that of its relationship. */
  public static Reading<Notification> read(ConsumerRecord<byte[], byte[]> record) {
    return Json.read(record, Notification.class, notification -> notification.relationship().key());
  }
}
