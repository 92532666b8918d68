package dev.tidings.summary;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The climate at the end of a day, and what happened since the point before.
 *
 * @param day (UTC)
 * @param score −10 … +10, two decimals; absent where the climate is quiet on the day
 * @param updates how many of those that count on the day began after the point before
 * @param weight their mean weight, −10.0 … +10.0, one decimal; 0.0 where there are none
 */
public record ClimatePoint(
    LocalDate day, @Nullable BigDecimal score, int updates, BigDecimal weight) {}
