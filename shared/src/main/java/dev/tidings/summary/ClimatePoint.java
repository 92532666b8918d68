package dev.tidings.summary;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The climate at the end of a day, and what happened since the point before.
 *
 * @param day (UTC)
 * @param score −10 … +10, two decimals; 0.00 where nothing counts
 * @param updates how many of those that count on the day began after the point before
 * @param weight their mean weight, −10.0 … +10.0, one decimal; 0.0 where there are none
 */
public record ClimatePoint(LocalDate day, BigDecimal score, int updates, BigDecimal weight) {}
