package dev.tidings.relationship.edition;

import dev.tidings.update.RelationshipUpdate;

/** Editions that count, for tests of what is kept of them. */
public final class Currents {

  private Currents() {}

  public static Current of(RelationshipUpdate update) {
    return new Current(new Edition(update), Sourcing.NONE, false, null);
  }

  /**
   * One that is worth more or less.
   *
   * @param reports how many it counts as, in thousandths
   */
  public static Current of(RelationshipUpdate update, int reports) {
    return new Current(new Edition(update), new Sourcing(1, reports), false, null);
  }
}
