package dev.tidings.intake;

/** Knows one format. */
interface LineReader {

  /**
   * What a line, or a CSV record, says.
   *
   * @param text neither blank nor with its line end
   */
  Outcome read(String text);

  /** The names read so far that no table knows. */
  default UnknownNames unknownNames() {
    return new UnknownNames();
  }

  /** How many empty cells that belong to no column were ignored so far. */
  default long emptyCells() {
    return 0;
  }
}
