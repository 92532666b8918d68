package dev.tidings.update;

/** What an update is about; each kind has a topic of its own. */
public enum Kind implements WireWord {
  VISIT("visit"),
  BORDER("border"),
  AGREEMENT("agreement"),
  DIPLOMACY("diplomacy"),
  COOPERATION("cooperation"),
  STATEMENT("statement"),
  SANCTION("sanction"),
  INCIDENT("incident");

  private final String word;

  Kind(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
