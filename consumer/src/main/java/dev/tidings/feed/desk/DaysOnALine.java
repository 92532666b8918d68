package dev.tidings.feed.desk;

import dev.tidings.summary.TimeInForce;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Where days stand on a line from 0, the first of them, to 100, the last. */
record DaysOnALine(LocalDate from, LocalDate to) {

  /** So wide that it is seen in a small chart: a week in eighty years would be 0.02. */
  private static final double LEAST = 1;

  double x(LocalDate day) {
    double all = Math.max(1, ChronoUnit.DAYS.between(from, to));
    return Math.min(100, Math.max(0, 100 * ChronoUnit.DAYS.between(from, day) / all));
  }

  /** An SVG path on the level 0. */
  String line(TimeInForce time) {
    return String.format(Locale.ROOT, "M%.1f 0H%.1f", start(time), end(time));
  }

  /** An SVG path of all of a view's height of 20. */
  String column(TimeInForce time) {
    double start = start(time);
    return String.format(Locale.ROOT, "M%.1f 0H%.1fV20H%.1fZ", start, end(time), start);
  }

  private double start(TimeInForce time) {
    return Math.min(x(time.from()), 100 - LEAST);
  }

  private double end(TimeInForce time) {
    double end = time.to() == null ? 100 : x(time.to().plusDays(1));
    return Math.max(end, start(time) + LEAST);
  }
}
