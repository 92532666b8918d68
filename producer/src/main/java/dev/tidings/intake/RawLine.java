package dev.tidings.intake;

import java.util.Arrays;

/**
 * One line as its bytes stand in the input, its line end included; or of CSV one record, which may
 * be several lines.
 */
final class RawLine {

  /** The most that a line may have, line end included: 256 KiB. */
  static final int MOST_BYTES = 256 * 1024;

  /** Why a line is none. */
  enum Fault {
    NONE,
    /** It has more bytes than are kept. */
    OVERLONG,
    /** A quoted cell begins that does not end. */
    OPEN_QUOTE
  }

  private final long number;
  private final byte[] bytes;
  private final Fault fault;

  RawLine(long number, byte[] bytes, Fault fault) {
    this.number = number;
    this.bytes = bytes;
    this.fault = fault;
  }

  /** Of its first line, from 1. */
  long number() {
    return number;
  }

  /** All of it; of an overlong line the beginning. Not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  Fault fault() {
    return fault;
  }

  boolean isOverlong() {
    return fault == Fault.OVERLONG;
  }

  /** Where the text begins: after a byte order mark, which a joined file may have anywhere. */
  int start() {
    return bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF
        ? 3
        : 0;
  }

  /** Where the text ends: before LF, CRLF or CR. */
  int end() {
    int end = bytes.length;
    if (end > 0 && bytes[end - 1] == '\n') {
      end--;
    }
    return end > start() && bytes[end - 1] == '\r' ? end - 1 : end;
  }

  RawLine and(RawLine next) {
    byte[] both = Arrays.copyOf(bytes, bytes.length + next.bytes.length);
    System.arraycopy(next.bytes, 0, both, bytes.length, next.bytes.length);
    return new RawLine(number, both, Fault.NONE);
  }
}
