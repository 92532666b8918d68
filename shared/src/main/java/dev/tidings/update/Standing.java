package dev.tidings.update;

/** How sure an update is. */
public enum Standing implements WireWord {
  /** By the publishing desk. */
  CONFIRMED("confirmed"),
  /** By sources; the default of machine-coded imports. */
  REPORTED("reported"),
  /** By the one that it is attributed to, and by nobody else yet. */
  CLAIMED("claimed");

  private final String word;

  Standing(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
