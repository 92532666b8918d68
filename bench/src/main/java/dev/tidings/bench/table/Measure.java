package dev.tidings.bench.table;

/**
 * One line of the table.
 *
 * @param what was measured, with its unit
 */
public record Measure(String what, Spread spread) {}
