package dev.tidings.feed.desk;

import dev.tidings.summary.ClimateOverTheYears;
import dev.tidings.summary.ClimatePoint;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A climate over time, drawn without any script in a view of 100 by 20: a score of +10 is at 0, −10
 * at 20. Where it is quiet, nothing is drawn.
 *
 * @param lines the points of SVG polylines: the scores
 * @param ranges an SVG path: from the lowest to the highest score of each step
 * @param wars an SVG path: the times of conflicts and blockades
 * @param lanes when what else persists was in force
 * @param steps the same in figures
 */
record Trail(List<String> lines, String ranges, String wars, List<Lane> lanes, List<Step> steps) {

  /** Below that a range is as high as the line is thick. */
  private static final double LEAST_RANGE = 0.3;

  /**
   * A step of days.
   *
   * @param from its first day; the last is that of its point
   */
  record Step(LocalDate from, ClimatePoint point) {

    /** Whether there is anything to tell of it. */
    boolean isTold() {
      return point.low() != null || point.updates() > 0;
    }
  }

  /** Nothing is known, or it was quiet all the time. */
  static final Trail NONE = new Trail(List.of(), "", "", List.of(), List.of());

  Trail {
    lines = List.copyOf(lines);
    lanes = List.copyOf(lanes);
    steps = List.copyOf(steps);
  }

  /** From a day on, which is the first of the first step. */
  static Trail of(ClimateOverTheYears climate, LocalDate from) {
    List<ClimatePoint> points = climate.points();
    if (points.isEmpty()) {
      return NONE;
    }
    DaysOnALine days = new DaysOnALine(from, points.get(points.size() - 1).day());
    List<Step> steps = steps(points, from);
    List<Lane> lanes = Lane.of(climate.inForce(), days);
    String wars =
        String.join(
            "",
            lanes.stream()
                .filter(Lane::isWar)
                .flatMap(lane -> lane.times().stream())
                .map(days::column)
                .toList());
    return new Trail(lines(points, days), ranges(steps, days), wars, lanes, steps);
  }

  boolean isDrawn() {
    return !lines.isEmpty() || !ranges.isEmpty() || !lanes.isEmpty();
  }

  LocalDate from() {
    return steps.get(0).from();
  }

  LocalDate to() {
    return steps.get(steps.size() - 1).point().day();
  }

  /** The steps of which there is anything to tell. */
  List<Step> told() {
    return steps.stream().filter(Step::isTold).toList();
  }

  /** The lowest score of all; absent where it was quiet all the time. */
  @Nullable BigDecimal low() {
    return scores(ClimatePoint::low).min(Comparator.naturalOrder()).orElse(null);
  }

  /** The highest score of all. */
  @Nullable BigDecimal high() {
    return scores(ClimatePoint::high).max(Comparator.naturalOrder()).orElse(null);
  }

  /** The lines of the lanes that are grave, or of the others: an SVG path. */
  String times(boolean grave) {
    return String.join(
        "",
        lanes.stream().filter(lane -> lane.family().isGrave() == grave).map(Lane::line).toList());
  }

  private Stream<BigDecimal> scores(Function<ClimatePoint, @Nullable BigDecimal> score) {
    return steps.stream().map(Step::point).map(score).filter(Objects::nonNull);
  }

  private static List<Step> steps(List<ClimatePoint> points, LocalDate from) {
    List<Step> steps = new ArrayList<>();
    LocalDate first = from;
    for (ClimatePoint point : points) {
      steps.add(new Step(first, point));
      first = point.day().plusDays(1);
    }
    return steps;
  }

  private static List<String> lines(List<ClimatePoint> points, DaysOnALine days) {
    List<String> lines = new ArrayList<>();
    StringJoiner line = new StringJoiner(" ");
    for (ClimatePoint point : points) {
      BigDecimal score = point.score();
      if (score != null) {
        line.add(String.format(Locale.ROOT, "%.1f,%.1f", days.x(point.day()), y(score)));
      } else if (line.length() > 0) {
        lines.add(line.toString());
        line = new StringJoiner(" ");
      }
    }
    if (line.length() > 0) {
      lines.add(line.toString());
    }
    return lines;
  }

  private static String ranges(List<Step> steps, DaysOnALine days) {
    StringBuilder path = new StringBuilder();
    for (Step step : steps) {
      BigDecimal low = step.point().low();
      BigDecimal high = step.point().high();
      if (low != null && high != null) {
        double end = days.x(step.point().day());
        double start = Math.min(days.x(step.from().minusDays(1)), end - 0.5);
        double height = Math.max(LEAST_RANGE, y(low) - y(high));
        path.append(
            String.format(
                Locale.ROOT, "M%.1f %.1fH%.1fv%.1fH%.1fZ", start, y(high), end, height, start));
      }
    }
    return path.toString();
  }

  private static double y(BigDecimal score) {
    return 10 - score.doubleValue();
  }
}
