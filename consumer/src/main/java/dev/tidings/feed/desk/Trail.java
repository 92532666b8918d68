package dev.tidings.feed.desk;

import dev.tidings.summary.ClimateOverTheYears;
import dev.tidings.summary.ClimatePoint;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * A climate over time as lines that are drawn without any script; between them it is quiet.
 *
 * @param lines the points of SVG polylines in a view of 100 by 20: a score of +10 is at 0, −10 at
 *     20
 * @param from the day of its first point
 * @param to the day of its last point
 */
record Trail(List<String> lines, LocalDate from, LocalDate to) {

  Trail {
    lines = List.copyOf(lines);
  }

  /** No line: nothing is known, or it was quiet all the time. */
  static final Trail NONE = new Trail(List.of(), LocalDate.MIN, LocalDate.MIN);

  static Trail of(ClimateOverTheYears over) {
    List<ClimatePoint> climate = over.points();
    if (climate.isEmpty()) {
      return NONE;
    }
    int last = Math.max(1, climate.size() - 1);
    List<String> lines = new ArrayList<>();
    StringJoiner line = new StringJoiner(" ");
    for (int i = 0; i < climate.size(); i++) {
      BigDecimal score = climate.get(i).score();
      if (score != null) {
        double x = 100.0 * i / last;
        line.add(String.format(Locale.ROOT, "%.1f,%.1f", x, 10 - score.doubleValue()));
      } else if (line.length() > 0) {
        lines.add(line.toString());
        line = new StringJoiner(" ");
      }
    }
    if (line.length() > 0) {
      lines.add(line.toString());
    }
    return new Trail(lines, climate.get(0).day(), climate.get(climate.size() - 1).day());
  }

  boolean isDrawn() {
    return !lines.isEmpty();
  }
}
