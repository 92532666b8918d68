package dev.tidings.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.tidings.notification.Notification;
import org.jspecify.annotations.Nullable;

/** A notification as UTF-8 JSON. */
public final class NotificationJson {

  private NotificationJson() {}

  /** The record's value. The same notification gives the same bytes, on one line. */
  public static byte[] write(Notification notification) {
    return Json.MAPPER.writeValueAsBytes(notification);
  }

  private record Entry(long seq, @JsonUnwrapped Notification notification) {}

  /** The same with its place in the feed, {@code seq}, before all other fields. */
  public static byte[] write(long seq, Notification notification) {
    return Json.MAPPER.writeValueAsBytes(new Entry(seq, notification));
  }

  /** Reads what {@link #write} wrote, in this version or an older or newer one. */
  public static Reading<Notification> read(byte @Nullable [] value) {
    return Json.read(value, Notification.class);
  }
}
