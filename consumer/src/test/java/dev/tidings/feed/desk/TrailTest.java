package dev.tidings.feed.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.summary.ClimateOverTheYears;
import dev.tidings.summary.ClimatePoint;
import dev.tidings.summary.TimeInForce;
import dev.tidings.update.ThreadId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A climate of a hundred days is drawn without any script. */
class TrailTest {

  private static final LocalDate FROM = LocalDate.parse("2024-01-01");

  @Test
  void leavesAGapWhereItIsQuiet() {
    Trail trail =
        trail(
            point(20, "1.00", "1.00", "1.00", 1),
            point(40, "2.00", "2.00", "2.00", 1),
            point(60, null, null, null, 0),
            point(80, "-3.00", "-3.00", "-3.00", 1),
            point(100, "-4.00", "-4.00", "-4.00", 1));

    assertThat(trail.lines()).containsExactly("20.0,9.0 40.0,8.0", "80.0,13.0 100.0,14.0");
  }

  @Test
  void reachesFromTheLowestToTheHighestScoreOfEachStep() {
    Trail trail = trail(point(50, null, "-8.00", "2.00", 2), point(100, "1.00", "1.00", "1.00", 0));

    assertThat(trail.ranges()).isEqualTo("M0.0 8.0H50.0v10.0H0.0ZM50.0 9.0H100.0v0.3H50.0Z");
    assertThat(trail.low()).isEqualTo(new BigDecimal("-8.00"));
    assertThat(trail.high()).isEqualTo(new BigDecimal("2.00"));
  }

  @Test
  void showsAWarOfADay() {
    Trail trail = trail(List.of(time("conflict/2024", 30, 30)), point(100, null, null, null, 0));

    assertThat(trail.wars()).isEqualTo("M30.0 0H31.0V20H30.0Z");
    assertThat(trail.times(true)).isEqualTo("M30.0 0H31.0");
    assertThat(trail.isDrawn()).isTrue();
  }

  @Test
  void hasALaneForEachFamilyAndTheGravestAtTheTop() {
    Trail trail =
        trail(
            List.of(
                time("agreement/a", 0, 30),
                time("agreement/b", 20, 50),
                time("agreement/c", 70, null),
                time("ties", 90, null)),
            point(100, null, null, null, 0));

    assertThat(trail.lanes())
        .extracting(Lane::family)
        .containsExactly(Lane.Family.TIES, Lane.Family.AGREEMENT);
    assertThat(trail.times(true)).isEqualTo("M90.0 0H100.0");
    assertThat(trail.times(false))
        .as("where two overlap, one line")
        .isEqualTo("M0.0 0H51.0M70.0 0H100.0");
    assertThat(trail.lanes().get(1).named()).hasSize(3);
    assertThat(Lane.name(new ThreadId("agreement/a"))).isEqualTo("a");
    assertThat(Lane.name(new ThreadId("ties"))).isEmpty();
  }

  @Test
  void tellsOfStepsInWhichSomethingBeganOrAScoreIsKnown() {
    Trail trail =
        trail(
            point(20, null, null, null, 1),
            point(40, null, null, null, 0),
            point(60, null, "1.00", "1.00", 0));

    assertThat(trail.told())
        .extracting(step -> step.from() + " " + step.point().day())
        .containsExactly("2024-01-01 2024-01-21", "2024-02-11 2024-03-01");
  }

  private static Trail trail(ClimatePoint... points) {
    return trail(List.of(), points);
  }

  private static Trail trail(List<TimeInForce> inForce, ClimatePoint... points) {
    return Trail.of(new ClimateOverTheYears(List.of(points), inForce), FROM);
  }

  private static TimeInForce time(String thread, int from, @Nullable Integer to) {
    return new TimeInForce(
        new ThreadId(thread), FROM.plusDays(from), to == null ? null : FROM.plusDays(to));
  }

  private static ClimatePoint point(
      int day, @Nullable String score, @Nullable String low, @Nullable String high, int updates) {
    return new ClimatePoint(
        FROM.plusDays(day), number(score), number(low), number(high), updates, BigDecimal.ZERO);
  }

  private static @Nullable BigDecimal number(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }
}
