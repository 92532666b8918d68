package dev.tidings.relationship.climate;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.relationship.Histories;
import dev.tidings.relationship.NaiveFold;
import dev.tidings.relationship.RandomHistories;
import dev.tidings.relationship.RelationshipState;
import dev.tidings.summary.ClimateOverTheYears;
import dev.tidings.summary.ClimatePoint;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.Mode;
import dev.tidings.update.Position;
import dev.tidings.update.RelationshipUpdate;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the climate changed, told in a few points. */
class ClimateOverTheYearsTest {

  private static final Instant LATER = Instant.parse("2099-12-31T00:00:00Z");
  private static final int HISTORIES = 1_500;

  /** In days: the longest of which every day is looked at. */
  private static final int STEP = 366;

  @Test
  void isOnEachDayWhatTheSummaryOfThatDaySays() {
    RandomHistories random = new RandomHistories(1_953);
    List<String> different = new ArrayList<>();
    int compared = 0;

    for (int i = 0; i < HISTORIES; i++) {
      List<RelationshipUpdate> history = random.next(4, 14);
      RelationshipState state = Histories.state(history);
      LocalDate one = random.day();
      LocalDate other = random.day();
      Instant knownAt = random.instantIn(history);
      LocalDate from = one.isBefore(other) ? one : other;
      LocalDate to = one.isBefore(other) ? other : one;
      for (ClimatePoint point : state.climate(from, to, 7, knownAt).points()) {
        compared++;
        String expected = "" + state.summary(point.day(), knownAt).climate().score();
        if (!expected.equals("" + point.score())) {
          different.add(point + "; expected " + expected + RandomHistories.shown(history));
        }
      }
    }

    assertThat(different).isEmpty();
    assertThat(compared).isGreaterThan(4 * HISTORIES);
  }

  @Test
  void keepsTheLowestAndTheHighestScoreOfTheDaysOfEachStep() {
    RandomHistories random = new RandomHistories(1_979);
    List<String> different = new ArrayList<>();
    int apart = 0;

    for (int i = 0; i < HISTORIES / 30; i++) {
      List<RelationshipUpdate> history = random.next(60, 160);
      Instant knownAt = random.instantIn(history);
      LocalDate to = LocalDate.parse("2024-01-01").plusDays(10L * i);
      LocalDate from = to.minusDays(3 * STEP - 1);
      LocalDate before = from.minusDays(1);
      for (ClimatePoint point : Histories.state(history).climate(from, to, 3, knownAt).points()) {
        List<BigDecimal> scores = scores(history, knownAt, before, point.day());
        String expected =
            scores.isEmpty()
                ? "null … null"
                : scores.get(0) + " … " + scores.get(scores.size() - 1);
        if (!expected.equals(point.low() + " … " + point.high())) {
          different.add(point + "; expected " + expected + RandomHistories.shown(history));
        }
        apart += scores.stream().distinct().count() > 1 ? 1 : 0;
        before = point.day();
      }
    }

    assertThat(different).isEmpty();
    assertThat(apart).isGreaterThan(30);
  }

  /** As the naive fold has them, in order: of the days on which anything began and the last. */
  private static List<BigDecimal> scores(
      List<RelationshipUpdate> history, Instant knownAt, LocalDate before, LocalDate last) {
    Set<LocalDate> days = new TreeSet<>(Set.of(last));
    for (RelationshipUpdate update : history) {
      LocalDate day = update.occurred().earliest();
      if (day.isAfter(before) && !day.isAfter(last)) {
        days.add(day);
      }
    }
    List<BigDecimal> scores = new ArrayList<>();
    for (LocalDate day : days) {
      NaiveFold naive = new NaiveFold(history, day, knownAt);
      BigDecimal score = naive.climate().score();
      if (score != null && (day.equals(last) || began(naive, day))) {
        scores.add(score);
      }
    }
    scores.sort(Comparator.naturalOrder());
    return scores;
  }

  private static boolean began(NaiveFold naive, LocalDate day) {
    String latest = naive.facts().get("lastOccurred");
    return latest != null && EdtfDate.parse(latest).earliest().equals(day);
  }

  @Test
  void showsAWeekOfWarInAStepOfManyYears() {
    RelationshipState state =
        Histories.state(
            update("visit").occurred("2010-05-01"),
            update("call").mode(Mode.CALL, "IRN", "PAK").occurred("2010-06-01"),
            update("strike").mode(Mode.STRIKE, "IRN", "PAK").occurred("2014-01-16"),
            update("answer").mode(Mode.STRIKE, "PAK", "IRN").occurred("2014-01-18"));

    List<ClimatePoint> points =
        state
            .climate(LocalDate.parse("1947-08-14"), LocalDate.parse("2026-11-23"), 3, LATER)
            .points();

    assertThat(points).extracting(ClimatePoint::score).containsOnlyNulls();
    assertThat(points).extracting(ClimatePoint::low).startsWith(null, null);
    assertThat(points.get(2).low())
        .isNegative()
        .isEqualTo(state.summary(LocalDate.parse("2014-01-18"), LATER).climate().score());
    assertThat(points.get(2).high()).isPositive();
  }

  @Test
  void looksAtNoMoreDaysOfALongStepThanOfAYear() {
    long ofTwoYears = stepsTaken(2 * STEP);
    long ofTwentyYears = stepsTaken(20 * STEP);

    // Ten times as many updates add their logarithm.
    assertThat(ofTwentyYears).isBetween(ofTwoYears, 2 * ofTwoYears);
  }

  /** In a history with a visit on each of so many days, for two points. */
  private static long stepsTaken(int days) {
    LocalDate first = LocalDate.parse("1970-01-01");
    RelationshipState state = new RelationshipState(Histories.IRAN_AND_PAKISTAN);
    for (int i = 0; i < days; i++) {
      state.add(update("on-" + i).occurred(first.plusDays(i).toString()).get());
    }
    long before = Histories.steps(state);
    state.climate(first, first.plusDays(days - 1), 2, LATER);
    return Histories.steps(state) - before;
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-01, 2024-01-01, 2, 1, 2024-01-01", // one day
    "2024-01-01, 2024-01-02, 2, 2, 2024-01-01",
    "2024-01-01, 2024-01-03, 2, 2, 2024-01-01", // steps of two days; the first is shorter
    "2024-01-01, 2024-01-04, 2, 2, 2024-01-02",
    "2024-01-01, 2024-01-31, 500, 31, 2024-01-01", // never two on a day
    "2024-01-01, 2024-01-31, 30, 16, 2024-01-01",
    "0001-01-01, 9999-12-31, 500, 500, 0019-10-17"
  })
  void stepsEvenlyToTheLastDay(
      LocalDate from, LocalDate to, int most, int points, LocalDate first) {
    List<LocalDate> days =
        Histories.state(update("visit")).climate(from, to, most, LATER).points().stream()
            .map(ClimatePoint::day)
            .toList();

    assertThat(days).hasSize(points).startsWith(first).endsWith(to);
    assertThat(steps(days)).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void countsWhatBeganSinceThePointBeforeAndWeighsIt() {
    List<ClimatePoint> points =
        climate(
            "2024-01-01",
            "2024-01-06",
            3,
            update("earlier").mode(Mode.STRIKE).occurred("2023-12-31"),
            update("first").occurred("2024-01-01"),
            update("strike").mode(Mode.STRIKE).occurred("2024-01-03"),
            update("visit").occurred("2024-01-04"),
            update("later").occurred("2024-01-07"));

    assertThat(points)
        .extracting(ClimatePoint::day, ClimatePoint::updates, p -> p.weight().toString())
        .containsExactly(
            tuple(LocalDate.parse("2024-01-02"), 1, "2.8"),
            tuple(LocalDate.parse("2024-01-04"), 2, "-3.4"),
            tuple(LocalDate.parse("2024-01-06"), 0, "0.0"));
  }

  @Test
  void countsAClaimFromTheDayOnWhichItIsConfirmed() {
    List<ClimatePoint> points =
        climate(
            "2024-01-01",
            "2024-03-31",
            3,
            update("claim").mode(Mode.STRIKE, "IRN", "PAK").claimedBy("IRN").occurred("2024-01-16"),
            update("yes")
                .mode(Mode.COMMENT, "PAK", "IRN")
                .responds("claim", Position.CONFIRMS)
                .occurred("2024-03-10"));

    assertThat(points).extracting(ClimatePoint::score).startsWith(null, null);
    assertThat(points.get(2).score()).isNegative();
    assertThat(points).extracting(ClimatePoint::updates).containsExactly(0, 0, 1);
  }

  @Test
  void hasNoPointWhereNothingIsKnown() {
    RelationshipState state = Histories.state(update("a").issued("2024-01-17T00:00:00Z"));
    LocalDate day = LocalDate.parse("2024-01-20");

    assertThat(state.climate(day, day, 2, Instant.parse("2024-01-16T23:59:59Z")))
        .isEqualTo(ClimateOverTheYears.NOTHING);
    assertThat(Histories.state().climate(day, day, 2, LATER))
        .isEqualTo(ClimateOverTheYears.NOTHING);
  }

  @Test
  void refusesDaysInTheWrongOrderAndTooManyPoints() {
    RelationshipState state = Histories.state();
    LocalDate day = LocalDate.parse("2024-01-20");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> state.climate(day, day.minusDays(1), 2, LATER))
        .withMessage("from 2024-01-20 to 2024-01-19; expected a day and a later one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> state.climate(day, day, 501, LATER))
        .withMessage("501 points; expected 2 … 500");
  }

  private static List<ClimatePoint> climate(
      String from, String to, int most, UpdateFixture... updates) {
    return Histories.state(updates)
        .climate(LocalDate.parse(from), LocalDate.parse(to), most, LATER)
        .points();
  }

  private static List<Long> steps(List<LocalDate> days) {
    List<Long> steps = new ArrayList<>();
    for (int i = 1; i < days.size(); i++) {
      steps.add(days.get(i).toEpochDay() - days.get(i - 1).toEpochDay());
    }
    return steps.stream().distinct().toList();
  }
}
