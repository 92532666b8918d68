package dev.tidings.summary;

import dev.tidings.update.WireWord;

/** How a thread stands. */
public enum ThreadState implements WireWord {
  IN_FORCE("in-force"),
  SUSPENDED("suspended"),
  /** An update ended it. */
  ENDED("ended"),
  /** Its time has passed. */
  LAPSED("lapsed");

  private final String word;

  ThreadState(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
