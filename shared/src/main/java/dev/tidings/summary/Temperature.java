package dev.tidings.summary;

import dev.tidings.update.WireWord;
import java.math.BigDecimal;

/**
 * A climate's score in a word. Hostile weights count twice, so that the cold side is wider than the
 * warm one.
 */
public enum Temperature implements WireWord {
  /** +2 and above. */
  FRIENDLY("friendly"),
  /** +1 to below +2. */
  CORDIAL("cordial"),
  /** Above −1 to below +1. */
  MIXED("mixed"),
  /** Above −3 to −1. */
  STRAINED("strained"),
  /** −3 and below. */
  HOSTILE("hostile");

  private final String word;

  Temperature(String word) {
    this.word = word;
  }

  /** The word for a score. */
  public static Temperature of(BigDecimal score) {
    double value = score.doubleValue();
    if (value >= 2) {
      return FRIENDLY;
    }
    if (value >= 1) {
      return CORDIAL;
    }
    if (value > -1) {
      return MIXED;
    }
    return value > -3 ? STRAINED : HOSTILE;
  }

  @Override
  public String word() {
    return word;
  }
}
