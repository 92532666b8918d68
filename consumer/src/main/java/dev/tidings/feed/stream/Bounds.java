package dev.tidings.feed.stream;

import java.time.Duration;

/**
 * What readers may ask of a process. A reader whose socket takes nothing is cut off once it has
 * missed so many entries and stood for the grace, or once its patience is over, whatever it missed.
 *
 * @param heartbeat of a stream on which nothing else went out; under Jetty's 30 s without a byte
 * @param mostReaders at one time
 * @param mostMissed entries that it wants, and that came while its socket took nothing
 * @param grace for a burst: it outruns any socket for a moment
 * @param patience with a socket that takes nothing
 */
record Bounds(
    Duration heartbeat, int mostReaders, int mostMissed, Duration grace, Duration patience) {

  static final Bounds USUAL =
      new Bounds(
          Duration.ofSeconds(15), 5_000, 1_000, Duration.ofSeconds(2), Duration.ofSeconds(30));

  /** The same for another number of readers. */
  Bounds withMostReaders(int most) {
    return new Bounds(heartbeat, most, mostMissed, grace, patience);
  }
}
