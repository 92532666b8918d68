package dev.tidings.relationship.edition;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts the values of an update one behind the other: {@link PackedReader} reads them. */
final class PackedWriter {

  private byte[] bytes;
  private int size;

  PackedWriter(int room) {
    this.bytes = new byte[room];
  }

  /** All that was written. */
  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  /** What another has written, and how long it is. */
  void part(PackedWriter other) {
    number(other.size);
    bytes(other.bytes, other.size);
  }

  /** Not negative; small ones take one byte. */
  void number(int number) {
    room(5);
    int left = number;
    while (left > 0x7f) {
      bytes[size++] = (byte) (left | 0x80);
      left >>>= 7;
    }
    bytes[size++] = (byte) left;
  }

  @SuppressWarnings("EnumOrdinal") // The bytes live no longer than the program.
  void constant(Enum<?> constant) {
    number(constant.ordinal());
  }

  void text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    number(utf8.length);
    bytes(utf8, utf8.length);
  }

  private void bytes(byte[] more, int length) {
    room(length);
    System.arraycopy(more, 0, bytes, size, length);
    size += length;
  }

  void instant(Instant instant) {
    text(instant.toString());
  }

  <T> void optional(@Nullable T value, Consumer<T> write) {
    number(value == null ? 0 : 1);
    if (value != null) {
      write.accept(value);
    }
  }

  <T> void all(List<T> values, Consumer<T> write) {
    number(values.size());
    values.forEach(write);
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
    }
  }
}
