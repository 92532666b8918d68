package dev.tidings.relationship.index;

/**
 * How many steps were taken: a node of a tree visited, one of its elements compared, or an update
 * made known at an instant of the past, is one.
 *
 * <p>What an answer costs is promised in steps, not in seconds; each relationship counts its own.
 */
public final class StepCount {

  private long taken;

  public void one() {
    taken++;
  }

  public long taken() {
    return taken;
  }
}
