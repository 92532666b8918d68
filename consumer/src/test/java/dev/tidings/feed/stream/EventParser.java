package dev.tidings.feed.stream;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes of one HTTP/1.1 answer, as events: by the rules of the HTML standard for {@code
 * text/event-stream}, so an event without its empty line does not count.
 */
final class EventParser {

  /** What an answer says. */
  interface Sink {

    /** The answer's first line and headers. */
    default void head(String head) {}

    /** An event; {@code id} is the last event id by then. */
    void event(String type, long id, String data);

    /** The last event id, whether an event was dispatched with it or not. */
    void lastId(long id);

    default void comment() {}

    /** The answer is over, as it should be. */
    default void end() {}
  }

  private enum At {
    HEAD,
    CHUNK_SIZE,
    CHUNK,
    CHUNK_END,
    OVER
  }

  private final Sink sink;
  private At at = At.HEAD;
  private byte[] line = new byte[512];
  private int length;
  private int chunk;
  private String type = "message";
  private String data = "";
  private long id = Long.MIN_VALUE;

  EventParser(Sink sink) {
    this.sink = sink;
  }

  void read(byte one) {
    switch (at) {
      case HEAD -> head(one);
      case CHUNK_SIZE -> chunkSize(one);
      case CHUNK -> {
        body(one);
        if (--chunk == 0) {
          at = At.CHUNK_END;
        }
      }
      case CHUNK_END -> {
        if (one == '\n') {
          at = At.CHUNK_SIZE;
        }
      }
      case OVER -> {}
    }
  }

  private void head(byte one) {
    keep(one);
    if (one == '\n' && length >= 4 && line[length - 3] == '\n') {
      String head = taken();
      sink.head(head);
      boolean isEvents = head.startsWith("HTTP/1.1 200") && head.contains("text/event-stream");
      at = isEvents ? At.CHUNK_SIZE : At.OVER;
    }
  }

  /** Chunks lie within lines and lines within chunks, so the size has a number of its own. */
  private void chunkSize(byte one) {
    if (one == '\n') {
      at = chunk == 0 ? At.OVER : At.CHUNK;
      if (at == At.OVER) {
        sink.end();
      }
    } else if (one != '\r') {
      chunk = chunk * 16 + Character.digit(one, 16);
    }
  }

  private void body(byte one) {
    if (one != '\n') {
      keep(one);
    } else if (length == 0) {
      dispatch();
    } else {
      field(taken());
    }
  }

  private void field(String text) {
    if (text.startsWith(":")) {
      sink.comment();
    } else if (text.startsWith("id: ")) {
      id = Long.parseLong(text.substring(4));
    } else if (text.startsWith("event: ")) {
      type = text.substring(7);
    } else if (text.startsWith("data: ")) {
      data = text.substring(6);
    }
  }

  private void dispatch() {
    if (id != Long.MIN_VALUE) {
      sink.lastId(id);
    }
    if (!data.isEmpty()) {
      sink.event(type, id, data);
    }
    type = "message";
    data = "";
  }

  private void keep(byte one) {
    if (length == line.length) {
      line = Arrays.copyOf(line, 2 * length);
    }
    line[length++] = one;
  }

  private String taken() {
    String text = new String(line, 0, length, StandardCharsets.UTF_8);
    length = 0;
    return text;
  }
}
