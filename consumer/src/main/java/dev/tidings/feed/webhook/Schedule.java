package dev.tidings.feed.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * When a message that was not taken is tried again.
 *
 * @param pauses after the first failure, the second, …; the failure after the last one is final
 * @param jitter the most by which a pause is longer than that, as a part of it: receivers that
 *     failed at one moment are not all called again at one
 */
record Schedule(List<Duration> pauses, double jitter) {

  /** Standard Webhooks' own: ten attempts over 75 hours and 35 minutes. */
  static final Schedule STANDARD =
      new Schedule(
          List.of(
              Duration.ofSeconds(5),
              Duration.ofMinutes(5),
              Duration.ofMinutes(30),
              Duration.ofHours(2),
              Duration.ofHours(5),
              Duration.ofHours(10),
              Duration.ofHours(14),
              Duration.ofHours(20),
              Duration.ofHours(24)),
          0.1);

  /** The longest that a receiver's {@code Retry-After} puts us off. */
  static final Duration LONGEST = Duration.ofHours(24);

  Schedule {
    pauses = List.copyOf(pauses);
  }

  /**
   * How long to wait; empty when there is no more attempt.
   *
   * @param failures in a row, from 1
   * @param asked by the receiver: never sooner than that
   */
  Optional<Duration> pauseAfter(int failures, Optional<Duration> asked) {
    if (failures > pauses.size()) {
      return Optional.empty();
    }
    double factor = 1 + jitter * ThreadLocalRandom.current().nextDouble();
    Duration own = Duration.ofMillis((long) (pauses.get(failures - 1).toMillis() * factor));
    Duration bounded = asked.filter(it -> it.compareTo(LONGEST) < 0).orElse(LONGEST);
    return Optional.of(asked.isPresent() && bounded.compareTo(own) > 0 ? bounded : own);
  }
}
