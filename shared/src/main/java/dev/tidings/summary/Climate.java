package dev.tidings.summary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How friendly or hostile what two states did in the last two years is, the recent weighing more.
 * Where it rests on too little, it is quiet: there is no score, and nothing that comes from one.
 *
 * @param score −10 … +10, two decimals; absent where it is quiet
 * @param temperature the score in a word
 * @param trend how the last twelve months compare with the twelve before; absent where one of the
 *     two rests on too little
 * @param change the score of the last twelve months alone less that of the twelve before, −20 …
 *     +20, two decimals; absent where the trend is
 * @param evidence how much it rests on, in single reports of today, one decimal; absent in
 *     summaries from before there was one
 * @param updates how many updates it rests on
 * @param quietSince the day of the last act between the two states; there only where it is quiet,
 *     and absent where no act is known
 */
public record Climate(
    @Nullable BigDecimal score,
    @Nullable Temperature temperature,
    @Nullable Trend trend,
    @Nullable BigDecimal change,
    @Nullable BigDecimal evidence,
    int updates,
    @Nullable LocalDate quietSince) {

  private static final int MOST_DECIMALS = 9;

  public Climate {
    check("score", score, 10);
    check("change", change, 20);
    check("evidence", evidence, Integer.MAX_VALUE);
  }

  /** Whether it rests on too little for a score. */
  public boolean isQuiet() {
    return score == null;
  }

  /** A number that says 1e999999999 takes no room until it is written out. */
  private static void check(String name, @Nullable BigDecimal value, int most) {
    if (value != null
        && (value.abs().compareTo(BigDecimal.valueOf(most)) > 0
            || value.scale() < 0
            || value.scale() > MOST_DECIMALS)) {
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
