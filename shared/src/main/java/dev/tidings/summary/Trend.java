package dev.tidings.summary;

import dev.tidings.update.WireWord;

/** How the last twelve months compare with the twelve before. */
public enum Trend implements WireWord {
  /** The score is higher by more than 0.75. */
  WARMING("warming"),
  /** The score is lower by more than 0.75. */
  COOLING("cooling"),
  STEADY("steady"),
  /** In summaries from before there was evidence: under three updates in 24 months. */
  QUIET("quiet");

  private final String word;

  Trend(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
