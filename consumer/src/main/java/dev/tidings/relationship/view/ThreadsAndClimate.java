package dev.tidings.relationship.view;

import dev.tidings.relationship.climate.Weights;
import dev.tidings.relationship.edition.Current;
import dev.tidings.relationship.index.StepCount;
import dev.tidings.relationship.thread.Threads;

/**
 * The threads and the climate of a relationship: for both, all counts but claims, and the claims
 * that are confirmed. Immutable.
 *
 * <p>It takes every claim for what it is in the end; who asks of a day says which claims stood
 * otherwise on it.
 */
record ThreadsAndClimate(Threads threads, Weights weights) {

  static ThreadsAndClimate nothing(StepCount steps) {
    return new ThreadsAndClimate(Threads.empty(steps), Weights.none(steps));
  }

  ThreadsAndClimate plus(Current current) {
    return new ThreadsAndClimate(threads.plus(current), weights.plus(current));
  }

  ThreadsAndClimate minus(Current current) {
    return new ThreadsAndClimate(threads.minus(current), weights.minus(current));
  }
}
