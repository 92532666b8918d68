package dev.tidings.relationship;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.relationship.Histories.asOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.summary.Climate;
import dev.tidings.summary.Trend;
import dev.tidings.update.Mode;
import dev.tidings.update.Position;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How friendly or hostile what happened is, the recent weighing more. */
class ClimateTest {

  @Test
  void ofNothingIsNeutralAndQuiet() {
    Climate climate = asOf("1900-01-01", update("later")).climate();

    assertThat(climate.score()).hasToString("0.00");
    assertThat(climate.change()).hasToString("0.00");
    assertThat(climate.trend()).isEqualTo(Trend.QUIET);
    assertThat(climate.updates()).isZero();
  }

  @Test
  void ofOneUpdateIsItsWeightHoweverOld() {
    Climate climate =
        asOf("2024-01-01", update("strike").mode(Mode.STRIKE).occurred("0622")).climate();

    assertThat(climate.score()).hasToString("-9.50");
    assertThat(climate.change()).hasToString("0.00");
    assertThat(climate.trend()).isEqualTo(Trend.QUIET);
  }

  /** A strike (−9.5) and so many months later a visit (+4.0), on the day of the visit. */
  @ParameterizedTest
  @CsvSource({
    "2024-07-16, -2.75", // no whole month: (4 − 9.5) / 2
    "2024-06-17, -2.75",
    "2024-06-16, -2.36", // (4 − 9.5 · 2^(−1/6)) / (1 + 2^(−1/6))
    "2024-01-16, -0.50", // (4 − 9.5 / 2) / (1 + 1/2)
    "2023-07-16, 1.30", // (4 − 9.5 / 4) / (1 + 1/4)
    "2019-07-16, 3.99", // (4 − 9.5 / 1024) / (1 + 1/1024)
    "1950-03, 4.00",
    "0622, 4.00"
  })
  void halvesInSixMonths(String struck, String score) {
    Climate climate =
        asOf(
                "2024-07-16",
                update("strike").mode(Mode.STRIKE).occurred(struck),
                update("visit").occurred("2024-07-16"))
            .climate();

    assertThat(climate.score()).hasToString(score);
  }

  @Test
  void ofTwoMillennialUpdatesIsTheirMean() {
    Climate climate =
        asOf(
                "2024-07-16",
                update("strike").mode(Mode.STRIKE).occurred("0622"),
                update("visit").occurred("0622"))
            .climate();

    assertThat(climate.score()).hasToString("-2.75");
  }

  /** A month is whole when its day is reached; from the 31st, not on the last day of February. */
  @ParameterizedTest
  @CsvSource({
    "2024-02-29, -2.75",
    "2024-03-01, -2.36", // one month against none
    "2024-03-28, -2.36",
    "2024-03-29, -2.75", // one each
    "2024-03-30, -2.75",
    "2024-03-31, -2.36" // two against one
  })
  void countsWholeMonthsAtTheEndOfAMonth(String day, String score) {
    Climate climate =
        asOf(
                day,
                update("strike").mode(Mode.STRIKE).occurred("2024-01-31"),
                update("visit").occurred("2024-02-29"))
            .climate();

    assertThat(climate.score()).hasToString(score);
  }

  @Test
  void roundsHalvesAwayFromZero() {
    List<UpdateFixture> updates = new ArrayList<>(several(7, Mode.COMMENT, "2024-07-16"));
    updates.add(update("praise").mode(Mode.PROTEST).occurred("2024-07-16"));

    Climate climate = asOf("2024-07-16", updates.toArray(UpdateFixture[]::new)).climate();

    assertThat(climate.score()).hasToString("-0.63"); // −5 / 8 = −0.625
  }

  @Test
  void ofWhatIsStillToComeIsNothing() {
    Climate climate =
        asOf("2024-07-15", update("visit").occurred("2024-07-16"), update("old").occurred("2024"))
            .climate();

    assertThat(climate.updates()).isEqualTo(1);
  }

  /** Four updates a year ago and one today: the score moves by half of what lies between them. */
  @ParameterizedTest
  @CsvSource({
    "MEETING, CONCESSION, 1.00, STEADY",
    "CONCESSION, MEETING, -1.00, STEADY",
    "MEETING, SUPPORT, 1.25, WARMING",
    "SUPPORT, MEETING, -1.25, COOLING",
    "MEETING, MEETING, 0.00, STEADY"
  })
  void turnsByMoreThanOne(Mode yearAgo, Mode today, String change, Trend trend) {
    List<UpdateFixture> updates = new ArrayList<>(several(4, yearAgo, "2023-07-16"));
    updates.add(update("today").mode(today).occurred("2024-07-16"));

    Climate climate = asOf("2024-07-16", updates.toArray(UpdateFixture[]::new)).climate();

    assertThat(climate.change()).hasToString(change);
    assertThat(climate.trend()).isEqualTo(trend);
  }

  @ParameterizedTest
  @CsvSource({"2022-07-17, STEADY", "2022-07-16, QUIET"})
  void isQuietWithUnderThreeUpdatesInTwoYears(String third, Trend trend) {
    Climate climate =
        asOf(
                "2024-07-16",
                update("a").occurred("2024-07-16"),
                update("b").occurred("2023-07-16"),
                update("c").occurred(third))
            .climate();

    assertThat(climate.trend()).isEqualTo(trend);
  }

  @Test
  void changesByTheDifferenceOfTheScoresThatTheTwoDaysShow() {
    UpdateFixture[] updates = {
      update("claim").mode(Mode.STRIKE, "IRN", "PAK").claimedBy("IRN").occurred("2023-01-16"),
      update("visit").occurred("2023-02-16"),
      update("yes")
          .mode(Mode.COMMENT, "PAK", "IRN")
          .responds("claim", Position.CONFIRMS)
          .occurred("2024-07-01")
    };
    Climate yearAgo = asOf("2023-07-16", updates).climate();

    Climate climate = asOf("2024-07-16", updates).climate();

    assertThat(climate.change()).isEqualTo(climate.score().subtract(yearAgo.score()));
    assertThat(yearAgo.score()).hasToString("4.00");
  }

  @Test
  void countsMonthsAsTheNaiveFoldDoes() {
    LocalDate end = LocalDate.parse("2024-03-31");
    List<String> different = new ArrayList<>();

    for (LocalDate day = end.minusYears(3); !day.isAfter(end); day = day.plusDays(1)) {
      if (ChronoUnit.MONTHS.between(day, end) != NaiveFold.wholeMonths(day, end)) {
        different.add(day.toString());
      }
    }

    assertThat(different).isEmpty();
  }

  private static List<UpdateFixture> several(int number, Mode mode, String day) {
    List<UpdateFixture> updates = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      updates.add(update("u" + i).mode(mode).occurred(day));
    }
    return updates;
  }
}
