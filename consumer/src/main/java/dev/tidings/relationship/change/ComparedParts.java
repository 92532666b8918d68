package dev.tidings.relationship.change;

import dev.tidings.summary.Claim;
import dev.tidings.summary.Climate;
import dev.tidings.summary.CountedUpdate;
import dev.tidings.summary.StandingThread;
import dev.tidings.summary.Summary;
import dev.tidings.summary.Withdrawal;
import dev.tidings.update.Kind;
import java.util.List;
import java.util.Map;

/**
 * The parts of a summary of which readers are told when they change: what {@link ChangedPaths}
 * compares. A view has them before anything is put into words.
 */
public record ComparedParts(
    String headline,
    Climate climate,
    List<StandingThread> inForce,
    List<StandingThread> ended,
    List<Claim> claims,
    Map<Kind, CountedUpdate> latest,
    Map<Kind, Integer> counts,
    List<Withdrawal> withdrawn) {

  public static ComparedParts of(Summary summary) {
    return new ComparedParts(
        summary.headline(),
        summary.climate(),
        summary.inForce(),
        summary.ended(),
        summary.claims(),
        summary.latest(),
        summary.counts(),
        summary.withdrawn());
  }
}
