package dev.tidings.intake;

/** Knows one format. */
interface LineReader {

  /**
   * What a line, or a CSV record, says.
   *
   * @param text neither blank nor with its line end
   */
  Outcome read(String text);
}
