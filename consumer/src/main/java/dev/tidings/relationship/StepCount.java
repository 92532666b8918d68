package dev.tidings.relationship;

/**
 * How many steps were taken: a node of a tree visited, one of its elements compared, or an event of
 * the past applied, is one.
 *
 * <p>What an answer costs is promised in steps, not in seconds; each relationship counts its own.
 */
final class StepCount {

  private long taken;

  void one() {
    taken++;
  }

  long taken() {
    return taken;
  }
}
