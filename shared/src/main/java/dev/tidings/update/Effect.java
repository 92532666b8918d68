package dev.tidings.update;

/** What an update does to a thread. */
public enum Effect implements WireWord {
  /** It holds from now on. */
  BEGINS("begins"),
  /** It holds on other terms. */
  CHANGES("changes"),
  /** It is in abeyance. */
  SUSPENDS("suspends"),
  /** It holds again. */
  RESUMES("resumes"),
  /** It holds no longer. */
  ENDS("ends");

  private final String word;

  Effect(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
