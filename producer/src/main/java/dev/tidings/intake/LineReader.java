package dev.tidings.intake;

import java.time.Instant;

/** Knows one format. */
interface LineReader {

  /**
   * What a line, or a CSV record, says.
   *
   * <p>Safe for use by several threads once it is {@link #isUnderWay}.
   *
   * @param text neither blank nor with its line end
   * @param receivedAt when a submission without a {@code versionCreated} was issued
   */
  Outcome read(String text, Instant receivedAt);

  /** Whether what a line says no longer depends on the lines read so far. */
  default boolean isUnderWay() {
    return true;
  }

  /** The names read so far that no table knows. */
  default UnknownNames unknownNames() {
    return new UnknownNames();
  }

  /** How many empty cells that belong to no column were ignored so far. */
  default long emptyCells() {
    return 0;
  }
}
