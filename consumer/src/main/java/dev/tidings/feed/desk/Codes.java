package dev.tidings.feed.desk;

import dev.tidings.feed.Capacity;
import dev.tidings.feed.Filter;
import dev.tidings.update.Kind;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several values of a filter as the one text of a field: {@code IRN,PAK}. */
final class Codes {

  private Codes() {}

  static String of(Collection<?> values) {
    return values.stream().map(Object::toString).sorted().collect(Collectors.joining(","));
  }

  static String muted(Filter filter) {
    return Stream.of(
            filter.mute().parties().stream().map(Object::toString),
            filter.mute().pairs().stream().map(Object::toString),
            filter.mute().kinds().stream().map(Kind::word),
            filter.mute().sectors().stream().map(Capacity::word))
        .flatMap(words -> words)
        .sorted()
        .collect(Collectors.joining(","));
  }
}
