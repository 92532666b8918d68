package dev.tidings.summary;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The climate at the end of a step of days, and what happened in it. Scores are −10 … +10, with two
 * decimals, as the summaries of their days have them.
 *
 * @param day the last of the step (UTC)
 * @param score that of the day; absent where the climate is quiet on it
 * @param low the lowest of the step: of its last day and of those on which any update began; absent
 *     where the climate is quiet on all of them
 * @param high the highest of the same days
 * @param updates how many of those that count on the day began in the step
 * @param weight their mean weight, −10.0 … +10.0, one decimal; 0.0 where there are none
 */
public record ClimatePoint(
    LocalDate day,
    @Nullable BigDecimal score,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    int updates,
    BigDecimal weight) {}
