package dev.tidings.feed.desk;

import dev.tidings.summary.ClimatePoint;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A climate over time as a line that is drawn without any script.
 *
 * @param points of an SVG polyline in a view of 100 by 20: a score of +10 is at 0, −10 at 20
 * @param from the day of its first point
 * @param to the day of its last point
 */
record Trail(String points, LocalDate from, LocalDate to) {

  /** No line: nothing is known. */
  static final Trail NONE = new Trail("", LocalDate.MIN, LocalDate.MIN);

  static Trail of(List<ClimatePoint> climate) {
    if (climate.isEmpty()) {
      return NONE;
    }
    StringBuilder points = new StringBuilder();
    int last = Math.max(1, climate.size() - 1);
    for (int i = 0; i < climate.size(); i++) {
      points.append(
          String.format(
              Locale.ROOT,
              "%s%.1f,%.1f",
              i == 0 ? "" : " ",
              100.0 * i / last,
              10 - climate.get(i).score().doubleValue()));
    }
    return new Trail(
        points.toString(), climate.get(0).day(), climate.get(climate.size() - 1).day());
  }

  boolean isDrawn() {
    return !points.isEmpty();
  }
}
