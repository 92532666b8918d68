package dev.tidings.update;

/**
 * Something wrong with a value: where, what was found, what was expected.
 *
 * @param field the field's path, as in {@code people[2].party}; empty for the whole
 * @param message found and expected, one line of plain text
 */
public record Problem(String field, String message) {

  @Override
  public String toString() {
    return field.isEmpty() ? message : field + ": " + message;
  }
}
