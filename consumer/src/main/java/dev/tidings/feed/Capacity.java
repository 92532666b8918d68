package dev.tidings.feed;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.tidings.text.PlainText;
import dev.tidings.update.KnownSector;
import dev.tidings.update.Sector;
import dev.tidings.update.Sides;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a reader can ask about the capacities in which two sides acted. {@code state}: both acted
 * for their state. A sector's code: either side acted in this sector.
 *
 * <p>A side without a sector is the government of its state, so {@code GOV} holds of it too.
 *
 * @param word {@code state}, or the code of a {@link KnownSector}
 */
public record Capacity(String word) {

  /** Both sides acted for their state. */
  public static final Capacity STATE = new Capacity("state");

  private static final List<Capacity> ALL = words().map(Capacity::new).toList();

  public Capacity {
    if (!isKnown(word)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "'%s' is no sector; expected one of %s",
              PlainText.clip(word),
              words().collect(joining(", "))));
    }
  }

  /** All that can be asked for. */
  public static List<Capacity> all() {
    return ALL;
  }

  static boolean isKnown(String word) {
    return words().anyMatch(word::equals);
  }

  private static Stream<String> words() {
    return Stream.concat(
        Stream.of("state"), Arrays.stream(KnownSector.values()).map(KnownSector::name));
  }

  /** Whether a reader wants an update whose sides acted so. Nothing asked for is everything. */
  public static boolean isWanted(Set<Capacity> asked, Sides sides) {
    return asked.isEmpty() || isAny(asked, sides);
  }

  /** Whether any of these holds of an update whose sides acted so. */
  static boolean isAny(Set<Capacity> asked, Sides sides) {
    return asked.stream().anyMatch(one -> one.isOf(sides));
  }

  /** All that hold of an update whose sides acted so; none of a sector that is not known. */
  static Set<Capacity> of(Sides sides) {
    return ALL.stream().filter(one -> one.isOf(sides)).collect(toUnmodifiableSet());
  }

  private boolean isOf(Sides sides) {
    return equals(STATE)
        ? sides.areStates()
        : word.equals(code(sides.actorSector())) || word.equals(code(sides.counterpartSector()));
  }

  private static String code(@Nullable Sector sector) {
    return sector == null ? KnownSector.GOV.name() : sector.code();
  }

  @Override
  public String toString() {
    return word;
  }
}
