package dev.tidings.summary;

import dev.tidings.update.WireWord;
import java.math.BigDecimal;

/**
 * A climate's score in a word. Hostile weights count twice, so that the cold side is wider than the
 * warm one.
 */
public enum Temperature implements WireWord {
  /** +1.5 and above. */
  FRIENDLY("friendly"),
  /** +0.75 to below +1.5. */
  CORDIAL("cordial"),
  /** Above −0.75 to below +0.75. */
  MIXED("mixed"),
  /** Above −2 to −0.75. */
  STRAINED("strained"),
  /** −2 and below. */
  HOSTILE("hostile");

  private final String word;

  Temperature(String word) {
    this.word = word;
  }

  /** The word for a score. */
  public static Temperature of(BigDecimal score) {
    double value = score.doubleValue();
    if (value >= 1.5) {
      return FRIENDLY;
    }
    if (value >= 0.75) {
      return CORDIAL;
    }
    if (value > -0.75) {
      return MIXED;
    }
    return value > -2 ? STRAINED : HOSTILE;
  }

  @Override
  public String word() {
    return word;
  }
}
