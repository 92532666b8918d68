package dev.tidings.relationship.edition;

import dev.tidings.party.Party;
import dev.tidings.update.Sector;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the values that a {@link PackedWriter} wrote, in the order in which it did. */
final class PackedReader {

  private final byte[] bytes;
  private int at;

  PackedReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Behind the sources, which come first. */
  PackedReader content() {
    int sources = number();
    at += sources;
    return this;
  }

  /** The place of the byte that is read next. */
  int at() {
    return at;
  }

  int number() {
    int number = 0;
    int shift = 0;
    while (true) {
      byte next = bytes[at++];
      number |= (next & 0x7f) << shift;
      if (next >= 0) {
        return number;
      }
      shift += 7;
    }
  }

  String text() {
    int length = number();
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  void skipText() {
    int length = number();
    at += length;
  }

  Instant instant() {
    return Instant.parse(text());
  }

  Party party() {
    return Party.of(text());
  }

  Sector sector() {
    return Sector.of(text());
  }

  <T> @Nullable T optional(Supplier<T> read) {
    return number() == 0 ? null : read.get();
  }

  <T> List<T> all(Supplier<T> read) {
    int size = number();
    if (size == 0) {
      return List.of();
    }
    List<T> all = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      all.add(read.get());
    }
    return all;
  }
}
