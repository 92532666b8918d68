package dev.tidings.relationship;

import dev.tidings.summary.Claim;
import dev.tidings.summary.Climate;
import dev.tidings.summary.CountedUpdate;
import dev.tidings.summary.StandingThread;
import dev.tidings.summary.Summary;
import dev.tidings.summary.Withdrawal;
import dev.tidings.update.Kind;
import java.util.List;
import java.util.Map;

/** The parts of a summary of which readers are told when they change. */
record Outline(
    String headline,
    Climate climate,
    List<StandingThread> inForce,
    List<StandingThread> ended,
    List<Claim> claims,
    Map<Kind, CountedUpdate> latest,
    Map<Kind, Integer> counts,
    List<Withdrawal> withdrawn) {

  static Outline of(Summary summary) {
    return new Outline(
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
