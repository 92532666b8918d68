package dev.tidings.update;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.tidings.text.PlainText;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In which capacity one side of an update acted: the code of a {@link KnownSector}, or one that a
 * newer producer knows. An unknown code is kept as it is, and does not act for the state.
 *
 * <p>Where an update has no sector, the state acted. Immutable.
 *
 * @param code one line of plain text, 1 … 40 characters
 */
public record Sector(String code) {

  private static final Map<String, Sector> KNOWN =
      Arrays.stream(KnownSector.values())
          .map(Enum::name)
          .collect(toUnmodifiableMap(code -> code, Sector::new));

  public Sector {
    PlainText.line("it", code, 40);
  }

  /** The sector with this code, known or not. */
  public static Sector of(String code) {
    Sector known = KNOWN.get(code);
    return known == null ? new Sector(code) : known;
  }

  public static Sector of(KnownSector sector) {
    return of(sector.name());
  }

  /** The known sector with this code; {@link IllegalArgumentException} names the ones there are. */
  public static Sector known(String code) {
    Sector known = KNOWN.get(code);
    if (known == null) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "'%s' is no sector; expected one of %s",
              PlainText.clip(code),
              Arrays.stream(KnownSector.values()).map(Enum::name).collect(joining(", "))));
    }
    return known;
  }

  /** Whether a side with this sector, or with none, acts for its state. */
  public static boolean actsForState(@Nullable Sector sector) {
    return sector == null || sector.asKnown().map(KnownSector::actsForState).orElse(false);
  }

  /** Who acts in it, in a few words; a code that only a newer producer knows stands for itself. */
  public String inWords() {
    return asKnown().map(KnownSector::inWords).orElse(code);
  }

  /** The row of the table; empty for a code that only a newer producer knows. */
  public Optional<KnownSector> asKnown() {
    return KNOWN.containsKey(code) ? Optional.of(KnownSector.valueOf(code)) : Optional.empty();
  }

  @Override
  public String toString() {
    return code;
  }
}
