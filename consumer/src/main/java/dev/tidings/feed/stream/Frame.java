package dev.tidings.feed.stream;

import dev.tidings.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What goes over the wire, as bytes. Only notifications are events without a name, which a
 * browser's {@code EventSource.onmessage} gets.
 */
final class Frame {

  /** How long a reader that lost its stream waits before it comes back. */
  private static final int RETRY_MS = 2_000;

  private static final byte[] HEARTBEAT = text(": heartbeat\n\n");
  private static final byte[] DATA = text("\ndata: ");
  private static final byte[] END = text("\n\n");

  private Frame() {}

  private record Hello(String feed, long cursor, long head) {}

  private record Reset(String reason, String feed, long cursor, String start) {}

  /**
   * The first one. Its id is where the reader stands: one that is cut before it was sent anything
   * else must come back to there, not to where the feed is by then.
   */
  static byte[] hello(String feed, long cursor, long head) {
    return text(
        "retry: " + RETRY_MS + "\n" + event("hello", cursor, new Hello(feed, cursor, head)));
  }

  /** The reader's cursor is of no use: it starts again from a snapshot, then with what follows. */
  static byte[] reset(String reason, String feed, long cursor) {
    return text(event("reset", cursor, new Reset(reason, feed, cursor, "/snapshot")));
  }

  static byte[] notification(long seq, byte[] json) {
    return join(text("id: " + seq), DATA, json, END);
  }

  static byte[] heartbeat() {
    return HEARTBEAT;
  }

  /** An id without data: the reader's cursor moves, and no event is dispatched. */
  static byte[] heartbeat(long cursor) {
    return text(": heartbeat\nid: " + cursor + "\n\n");
  }

  static byte[] join(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    byte[] whole = new byte[length];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, whole, at, part.length);
      at += part.length;
    }
    return whole;
  }

  private static String event(String name, long id, Object data) {
    String json = new String(Json.write(data), StandardCharsets.UTF_8);
    return String.format(Locale.ROOT, "id: %d\nevent: %s\ndata: %s\n\n", id, name, json);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
