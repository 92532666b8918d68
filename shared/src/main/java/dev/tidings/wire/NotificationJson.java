package dev.tidings.wire;

import dev.tidings.notification.Notification;
import tools.jackson.core.JacksonException;

/** A notification as UTF-8 JSON. */
public final class NotificationJson {

  private NotificationJson() {}

  /** The record's value. The same notification gives the same bytes, on one line. */
  public static byte[] write(Notification notification) {
    return Json.MAPPER.writeValueAsBytes(notification);
  }

  /** Reads what {@link #write} wrote, in this version or an older or newer one. */
  public static Reading<Notification> read(byte[] value) {
    try {
      return new Reading.Good<>(Json.MAPPER.readValue(value, Notification.class));
    } catch (JacksonException e) {
      return Reading.bad("", JsonText.oneLine(e.getOriginalMessage()));
    }
  }
}
