package dev.tidings.update;

/** What a response says of the claim that it responds to. */
public enum Position implements WireWord {
  /** The claim is true. */
  CONFIRMS("confirms"),
  /** The claim is false. */
  DENIES("denies"),
  /** The claimant takes it back. */
  RETRACTS("retracts");

  private final String word;

  Position(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
