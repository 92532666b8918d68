package dev.tidings.feed.api;

import dev.tidings.http.Parameters;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * What a reader asks about: a day, today unless another is asked for, as known at an instant.
 *
 * @param knownAt now, unless another is asked for
 * @param fixed the instant that was asked for; else always the same, so that answers that say the
 *     same can be seen to
 */
record Moment(LocalDate day, Instant knownAt, Instant fixed) {

  /**
   * Reads the parameters {@code knownAt} and the day's.
   *
   * @param name of the parameter that has the day
   */
  static Moment of(Parameters asked, String name, Clock clock) {
    LocalDate day = asked.day(name);
    Instant knownAt = asked.instant("knownAt");
    Instant now = clock.instant();
    if (knownAt != null && knownAt.isAfter(now)) {
      asked.problem(
          "knownAt",
          String.format(Locale.ROOT, "%s is yet to come; expected now or earlier", knownAt));
    }
    return new Moment(
        day == null ? LocalDate.ofInstant(now, ZoneOffset.UTC) : day,
        knownAt == null ? now : knownAt,
        knownAt == null ? Instant.EPOCH : knownAt);
  }
}
