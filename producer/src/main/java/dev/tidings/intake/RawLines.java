package dev.tidings.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Cuts bytes at line feeds, and never holds more than one line and a buffer of 64 KiB. */
final class RawLines implements RawSource {

  private final InputStream in;
  private final byte[] buffer = new byte[64 * 1024];
  private int from;
  private int to;
  private long number;
  private boolean restPending;

  RawLines(InputStream in) {
    this.in = in;
  }

  @Override
  public @Nullable RawLine next() throws IOException {
    copyRest(OutputStream.nullOutputStream());
    if (from == to && !fill()) {
      return null;
    }
    number++;
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    while (from < to || fill()) {
      int end = lineEnd();
      int room = RawLine.MOST_BYTES - line.size();
      if (end - from > room) {
        line.write(buffer, from, room);
        from += room;
        restPending = true;
        return new RawLine(number, line.toByteArray(), RawLine.Fault.OVERLONG);
      }
      line.write(buffer, from, end - from);
      from = end;
      if (buffer[end - 1] == '\n') {
        break;
      }
    }
    return new RawLine(number, line.toByteArray(), RawLine.Fault.NONE);
  }

  @Override
  public void copyRest(OutputStream out) throws IOException {
    while (restPending && (from < to || fill())) {
      int end = lineEnd();
      out.write(buffer, from, end - from);
      restPending = buffer[end - 1] != '\n';
      from = end;
    }
    restPending = false;
  }

  /** After the next line feed in the buffer, or the buffer's end. */
  private int lineEnd() {
    for (int i = from; i < to; i++) {
      if (buffer[i] == '\n') {
        return i + 1;
      }
    }
    return to;
  }

  private boolean fill() throws IOException {
    from = 0;
    to = Math.max(0, in.read(buffer, 0, buffer.length));
    return to > 0;
  }
}
