package dev.tidings.update;

/** Whether an edition may be used, as in ninjs. */
public enum PubStatus implements WireWord {
  /** It may. */
  USABLE("usable"),
  /** Not for now. */
  WITHHELD("withheld"),
  /** Never: a kill. */
  CANCELED("canceled");

  private final String word;

  PubStatus(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
