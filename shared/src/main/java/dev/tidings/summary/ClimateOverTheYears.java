package dev.tidings.summary;

import java.util.List;

/**
 * How the climate between two states changed, and what was in force meanwhile.
 *
 * @param points in equal steps of days, the earliest first
 * @param inForce by the day on which it began, the earliest first
 */
public record ClimateOverTheYears(List<ClimatePoint> points, List<TimeInForce> inForce) {

  /** Where nothing is known. */
  public static final ClimateOverTheYears NOTHING = new ClimateOverTheYears(List.of(), List.of());

  public ClimateOverTheYears {
    points = List.copyOf(points);
    inForce = List.copyOf(inForce);
  }
}
