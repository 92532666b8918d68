package dev.tidings.summary;

import dev.tidings.update.WireWord;

/** What has become of a claim. */
public enum ClaimStatus implements WireWord {
  /** Nobody has answered it. */
  CLAIMED("claimed"),
  /** A party that it is about, or the desk, confirms it, and none denies it. */
  CONFIRMED("confirmed"),
  DENIED("denied"),
  /** Both. */
  DISPUTED("disputed"),
  /** The claimant took it back. */
  RETRACTED("retracted");

  private final String word;

  ClaimStatus(String word) {
    this.word = word;
  }

  /** Whether it is neither confirmed nor taken back. */
  public boolean isOpen() {
    return switch (this) {
      case CLAIMED, DENIED, DISPUTED -> true;
      case CONFIRMED, RETRACTED -> false;
    };
  }

  @Override
  public String word() {
    return word;
  }
}
