package dev.tidings.summary;

import java.math.BigDecimal;

/**
 * How friendly or hostile what happened is, the recent weighing more: a half-life of six months.
 *
 * @param score −10 … +10, two decimals; 0.00 where nothing counts
 * @param change the score less that of twelve months earlier, two decimals
 * @param updates how many updates it counts
 */
public record Climate(BigDecimal score, Trend trend, BigDecimal change, int updates) {}
