package dev.tidings.summary;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * How friendly or hostile what happened is, the recent weighing more: a half-life of six months.
 *
 * @param score −10 … +10, two decimals; 0.00 where nothing counts
 * @param change the score less that of twelve months earlier, two decimals
 * @param updates how many updates it counts
 */
public record Climate(BigDecimal score, Trend trend, BigDecimal change, int updates) {

  private static final int MOST_DECIMALS = 9;

  public Climate {
    check("score", score, 10);
    check("change", change, 20);
  }

  /** A number that says 1e999999999 takes no room until it is written out. */
  private static void check(String name, BigDecimal value, int most) {
    if (value.abs().compareTo(BigDecimal.valueOf(most)) > 0
        || value.scale() < 0
        || value.scale() > MOST_DECIMALS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s %s; expected a number, −%d … +%d, of at most %d decimals",
              name,
              value,
              most,
              most,
              MOST_DECIMALS));
    }
  }
}
