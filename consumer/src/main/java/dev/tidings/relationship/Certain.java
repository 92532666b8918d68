package dev.tidings.relationship;

import dev.tidings.relationship.climate.Weights;
import dev.tidings.relationship.edition.Current;
import dev.tidings.relationship.index.StepCount;
import dev.tidings.relationship.thread.Threads;

/**
 * What counts for the threads and the climate: all but claims, and the claims that are confirmed.
 * Immutable.
 *
 * <p>It takes every claim for what it is in the end; who asks of a day says which claims stood
 * otherwise on it.
 */
record Certain(Threads threads, Weights weights) {

  static Certain nothing(StepCount steps) {
    return new Certain(Threads.empty(steps), Weights.none(steps));
  }

  Certain plus(Current current) {
    return new Certain(threads.plus(current), weights.plus(current));
  }

  Certain minus(Current current) {
    return new Certain(threads.minus(current), weights.minus(current));
  }
}
