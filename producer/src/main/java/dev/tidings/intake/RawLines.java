package dev.tidings.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts bytes at line ends, and never holds more than one line and a buffer of 64 KiB.
 *
 * <p>A line ends in LF or CRLF. It ends in a carriage return alone only where the first line does,
 * as in files of old spreadsheets; elsewhere such a carriage return is part of the line.
 */
final class RawLines implements RawSource {

  private final InputStream in;
  private final byte[] buffer = new byte[64 * 1024];
  private int from;
  private int to;
  private long number;
  private boolean restPending;
  private boolean endsAreUnknown;
  private boolean returnsEndLines;

  private RawLines(InputStream in, boolean endsAreUnknown) {
    this.in = in;
    this.endsAreUnknown = endsAreUnknown;
  }

  static RawLines of(InputStream in) {
    return new RawLines(in, true);
  }

  /** Whatever the first line ends in, a carriage return alone ends none: in JSON it is a blank. */
  static RawLines atLineFeedsOnly(InputStream in) {
    return new RawLines(in, false);
  }

  @Override
  public @Nullable RawLine next() throws IOException {
    copyRest(OutputStream.nullOutputStream());
    if (endsAreUnknown) {
      returnsEndLines = firstLineEndsInReturn();
      endsAreUnknown = false;
    }
    if (!isMore()) {
      return null;
    }
    number++;
    int end = lineEnd();
    if (buffer[end - 1] == '\n' && end - from <= RawLine.MOST_BYTES) {
      // Nearly every line: it is in the buffer, and ends in LF.
      byte[] whole = Arrays.copyOfRange(buffer, from, end);
      from = end;
      return new RawLine(number, whole, RawLine.Fault.NONE);
    }
    return pieced();
  }

  private RawLine pieced() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    boolean isEnded = false;
    while (!isEnded && isMore()) {
      int end = lineEnd();
      int room = RawLine.MOST_BYTES - line.size();
      if (end - from > room) {
        line.write(buffer, from, room);
        from += room;
        restPending = true;
        return new RawLine(number, line.toByteArray(), RawLine.Fault.OVERLONG);
      }
      isEnded = copyUpTo(end, line);
    }
    return new RawLine(number, line.toByteArray(), RawLine.Fault.NONE);
  }

  @Override
  public void copyRest(OutputStream out) throws IOException {
    while (restPending && isMore()) {
      restPending = !copyUpTo(lineEnd(), out);
    }
    restPending = false;
  }

  @Override
  public boolean isLineEnd(int last) {
    return last == '\n' || (last == '\r' && returnsEndLines);
  }

  /** Behind the next line end in the buffer, or the buffer's end. */
  private int lineEnd() {
    for (int i = from; i < to; i++) {
      if (isLineEnd(buffer[i])) {
        return i + 1;
      }
    }
    return to;
  }

  /** Copies what stands before {@code end}; whether a line ends there, whose LF is copied too. */
  private boolean copyUpTo(int end, OutputStream out) throws IOException {
    byte last = buffer[end - 1];
    out.write(buffer, from, end - from);
    from = end;
    if (last == '\r' && returnsEndLines && isMore() && buffer[from] == '\n') {
      out.write('\n');
      from++;
    }
    return isLineEnd(last);
  }

  /** Looks ahead as far as the buffer reaches. Several returns before a line feed are one end. */
  private boolean firstLineEndsInReturn() throws IOException {
    for (int i = 0; isInBuffer(i); i++) {
      if (buffer[i] == '\n') {
        return false;
      }
      if (buffer[i] == '\r') {
        int behind = i;
        while (isInBuffer(behind) && buffer[behind] == '\r') {
          behind++;
        }
        return behind == to || buffer[behind] != '\n';
      }
    }
    return false;
  }

  private boolean isInBuffer(int at) throws IOException {
    if (at == to && to < buffer.length) {
      to += Math.max(0, in.read(buffer, to, buffer.length - to));
    }
    return at < to;
  }

  private boolean isMore() throws IOException {
    if (from == to) {
      from = 0;
      to = Math.max(0, in.read(buffer, 0, buffer.length));
    }
    return from < to;
  }
}
