package dev.tidings.intake;

/**
 * A line and what it turned out to be.
 *
 * @param number the line's, from 1; of a CSV record its first line's
 */
public record InputLine(long number, Outcome outcome) {}
