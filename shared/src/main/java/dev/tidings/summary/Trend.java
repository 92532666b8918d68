package dev.tidings.summary;

import dev.tidings.update.WireWord;

/** Where the climate goes, against twelve months earlier. */
public enum Trend implements WireWord {
  /** The score rose by more than 1. */
  WARMING("warming"),
  /** The score fell by more than 1. */
  COOLING("cooling"),
  STEADY("steady"),
  /** Under three updates in the last 24 months. */
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
