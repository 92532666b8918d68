package dev.tidings.relationship.climate;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.relationship.Histories.asOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.summary.Climate;
import dev.tidings.summary.Temperature;
import dev.tidings.summary.Trend;
import dev.tidings.update.Mode;
import dev.tidings.update.Position;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How friendly or hostile what two states did is, the recent weighing more. */
class ClimateTest {

  private static final String DAY = "2024-07-16";

  @Test
  void ofNothingIsQuietWithoutADay() {
    Climate climate = asOf("1900-01-01", update("later")).climate();

    assertThat(climate).isEqualTo(quiet("0.0", 0, null));
  }

  @Test
  void ofOneUpdateIsQuietHoweverGraveItIs() {
    Climate climate = asOf(DAY, update("strike").mode(Mode.STRIKE).occurred(DAY)).climate();

    assertThat(climate).isEqualTo(quiet("3.0", 1, DAY));
  }

  /** Two strikes that a desk confirms, a day apart: 3 · 2 · −9.5 · (1 + 729 / 730) / (25 + 6). */
  @Test
  void ofTwoStrikesIsHostile() {
    Climate climate =
        asOf(
                DAY,
                update("one").mode(Mode.STRIKE).occurred("2024-07-15"),
                update("two").mode(Mode.STRIKE).occurred(DAY))
            .climate();

    assertThat(climate.score()).hasToString("-3.68");
    assertThat(climate.temperature()).isEqualTo(Temperature.HOSTILE);
    assertThat(climate.evidence()).hasToString("6.0");
    assertThat(climate.updates()).isEqualTo(2);
    assertThat(climate.quietSince()).isNull();
  }

  /** Of 30 reports of a day, √30 count: the rest of them say the same. */
  @Test
  void countsTheSquareRootOfADay() {
    Climate climate = of(several(30, Mode.MEETING, DAY).stream().map(UpdateFixture::reported));

    assertThat(climate.evidence()).hasToString("5.5");
    assertThat(climate.score()).hasToString("0.45"); // 2.5 · 5.477 / (25 + 5.477)
  }

  @ParameterizedTest
  @CsvSource({"1, 3.2", "2, 6.3", "3, 9.5", "4, 9.5"}) // 10 / √10 for each
  void countsAReportOnceForEachOfUpToThreeSources(int sources, String evidence) {
    String[] names =
        IntStream.range(0, sources).mapToObj(i -> "Agency " + i).toArray(String[]::new);
    Stream<UpdateFixture> updates =
        several(10, Mode.MEETING, DAY).stream().map(update -> update.reported().by(names));

    assertThat(of(updates).evidence()).hasToString(evidence);
  }

  /** Four visits of a day fade from 4 · 2.8 · 3 / √4 · share over 25 + 6 · share. */
  @ParameterizedTest
  @CsvSource({
    "2024-07-16, 0.54, 6.0",
    "2024-01-16, 0.43, 4.5", // 182 days: a share of 548 / 730
    "2023-07-18, 0.30, 3.0" // 364 days
  })
  void fadesInEqualSteps(String visited, String score, String evidence) {
    Climate climate = of(several(4, Mode.OFFICIAL_VISIT, visited).stream());

    assertThat(climate.evidence()).hasToString(evidence);
    assertThat(climate.score()).hasToString(score);
  }

  @Test
  void isQuietOnceAllOfItHasFaded() {
    UpdateFixture[] strikes = several(400, Mode.STRIKE, "2022-07-18").toArray(UpdateFixture[]::new);

    Climate lastDay = asOf("2024-07-16", strikes).climate();
    Climate dayAfter = asOf("2024-07-17", strikes).climate();

    assertThat(lastDay).isEqualTo(quiet("0.1", 400, "2022-07-18")); // 60 · 1 / 730
    assertThat(dayAfter).isEqualTo(quiet("0.0", 0, "2022-07-18"));
  }

  /** Old acts neither carry a temperature nor soften one. */
  @Test
  void ofAWarThatIsLongOverIsWhatHappenedSince() {
    List<UpdateFixture> updates = new ArrayList<>(several(9, Mode.STRIKE, "2022-07-16"));
    updates.addAll(several(9, Mode.SIGNED, DAY));

    assertThat(of(updates.stream())).isEqualTo(of(several(9, Mode.SIGNED, DAY).stream()));
  }

  @Test
  void countsWhatStatesDoAndNothingElse() {
    List<UpdateFixture> crimes =
        several(9, Mode.ATTACK, DAY).stream().map(crime -> crime.sectors("CVL", "")).toList();

    assertThat(of(crimes.stream())).isEqualTo(quiet("0.0", 0, null));
  }

  @ParameterizedTest
  @CsvSource({"GOV, MIL, 9", "LEG, SPY, 9", "GOV, OPP, 0", "COP, GOV, 0", "ZZZ, GOV, 0"})
  void knowsWhoActsForAState(String actor, String counterpart, int updates) {
    List<UpdateFixture> acts =
        several(9, Mode.MEETING, DAY).stream().map(a -> a.sectors(actor, counterpart)).toList();

    assertThat(of(acts.stream()).updates()).isEqualTo(updates);
  }

  @Test
  void ofWhatIsStillToComeIsNothing() {
    Climate climate =
        asOf("2024-07-15", update("visit").occurred(DAY), update("old").occurred("2024")).climate();

    assertThat(climate.updates()).isEqualTo(1);
  }

  /** Four updates in each of the two years: 6 · weight / (25 + 6) each. */
  @ParameterizedTest
  @CsvSource({
    "MEETING, CONCESSION, 0.39, STEADY",
    "MEETING, LIFTED, 0.78, WARMING",
    "LIFTED, MEETING, -0.78, COOLING",
    "MEETING, CRITICISM, -1.25, COOLING",
    "MEETING, MEETING, 0.00, STEADY"
  })
  void turnsByMoreThanAStepOfTheTemperature(
      Mode yearBefore, Mode lastYear, String change, Trend trend) {
    List<UpdateFixture> updates = new ArrayList<>();
    several(4, yearBefore, "2023-07-17").forEach(updates::add); // 365 days ago
    several(4, lastYear, "2023-07-18").forEach(updates::add);

    Climate climate = of(updates.stream());

    assertThat(climate.change()).hasToString(change);
    assertThat(climate.trend()).isEqualTo(trend);
  }

  /** Three criticisms and nothing before: there is nothing to have cooled from. */
  @Test
  void hasNoTrendWithoutAPast() {
    Climate climate = of(several(9, Mode.CRITICISM, DAY).stream());

    assertThat(climate.score()).isNegative();
    assertThat(climate.trend()).isNull();
    assertThat(climate.change()).isNull();
  }

  /** It is neither warming nor cooling when nobody does anything. */
  @Test
  void hasNoTrendInSilence() {
    List<UpdateFixture> updates = new ArrayList<>(several(100, Mode.STRIKE, "2023-07-01"));
    updates.add(update("comment").mode(Mode.COMMENT).occurred(DAY).reported());

    Climate climate = of(updates.stream());

    assertThat(climate.temperature()).isEqualTo(Temperature.HOSTILE);
    assertThat(climate.trend()).isNull();
  }

  @Test
  void countsAClaimOnceItIsConfirmed() {
    UpdateFixture[] updates = {
      update("claim").mode(Mode.STRIKE, "IRN", "PAK").claimedBy("IRN").occurred("2024-01-16"),
      update("yes")
          .mode(Mode.COMMENT, "PAK", "IRN")
          .responds("claim", Position.CONFIRMS)
          .occurred("2024-07-01")
    };

    assertThat(asOf("2024-06-30", updates).climate().updates()).isZero();
    assertThat(asOf("2024-07-01", updates).climate().updates()).isEqualTo(2);
    assertThat(asOf("2024-07-01", updates).climate().score()).isNegative();
  }

  /** Beyond the scale there is nothing: a war is at its end. */
  @Test
  void endsAtTheEndsOfTheScale() {
    List<UpdateFixture> updates = new ArrayList<>();
    for (int i = 1; i <= 30; i++) {
      updates.add(update("s" + i).mode(Mode.STRIKE).occurred(LocalDate.of(2024, 6, i).toString()));
    }

    assertThat(of(updates.stream()).score()).hasToString("-10.00");
  }

  private static Climate of(Stream<UpdateFixture> updates) {
    return asOf(DAY, updates.toArray(UpdateFixture[]::new)).climate();
  }

  private static Climate quiet(String evidence, int updates, @Nullable String since) {
    return new Climate(
        null,
        null,
        null,
        null,
        new BigDecimal(evidence),
        updates,
        since == null ? null : LocalDate.parse(since));
  }

  private static List<UpdateFixture> several(int number, Mode mode, String day) {
    List<UpdateFixture> updates = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      updates.add(update(mode + day + i).mode(mode).occurred(day));
    }
    return updates;
  }
}
