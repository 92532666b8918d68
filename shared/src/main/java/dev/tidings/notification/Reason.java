package dev.tidings.notification;

import dev.tidings.update.WireWord;

/** Why a reader is told. */
public enum Reason implements WireWord {
  UPDATE("update"),
  CORRECTION("correction"),
  KILL("kill"),
  WITHHELD("withheld"),
  /** A withheld or embargoed update may be used. */
  RELEASE("release"),
  /** Of what woke nobody, as software alone had said so, there is another source. */
  CORROBORATED("corroborated"),
  CLAIM_CONFIRMED("claim-confirmed"),
  CLAIM_DENIED("claim-denied"),
  CLAIM_DISPUTED("claim-disputed"),
  CLAIM_RETRACTED("claim-retracted"),
  /** A thread's time has passed. */
  LAPSE("lapse"),
  /** One version was published with different contents. */
  CONFLICT("conflict");

  private final String word;

  Reason(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
