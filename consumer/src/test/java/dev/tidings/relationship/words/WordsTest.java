package dev.tidings.relationship.words;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.fixture.UpdateFixture.uri;
import static dev.tidings.relationship.Histories.asOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.party.Party;
import dev.tidings.relationship.Histories;
import dev.tidings.summary.Sentence;
import dev.tidings.summary.Summary;
import dev.tidings.update.Attribution;
import dev.tidings.update.Effect;
import dev.tidings.update.Mode;
import dev.tidings.update.Position;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a relationship stands, in words. */
class WordsTest {

  @Test
  void sayThatNothingIsKnown() {
    Summary summary = asOf("1900-01-01", history());

    assertThat(summary.headline()).isEqualTo("Iran and Pakistan: nothing is known");
    assertThat(summary.text()).isEmpty();
  }

  @Test
  void tellOfAConflictInForce() {
    Summary summary = asOf("2024-01-18", history());

    assertThat(summary.headline())
        .isEqualTo(
            "Iran and Pakistan: conflict of 2024-01 in force, border regime (pilgrims) in force,"
                + " hostile");
    assertThat(summary.text())
        .extracting(Sentence::sentence)
        .containsExactly(
            "In force: border (pilgrims) since 2023 (open 24/7 for pilgrims); conflict of"
                + " 2024-01 since 16 January 2024; diplomatic ties since 22 August 1947.",
            "Suspended: exchange of ambassadors since 17 January 2024.",
            "Going by four updates from 2023 to 2024, relations between Iran and Pakistan are"
                + " hostile.",
            "Latest, 18 January 2024: Pakistan strikes back.");
  }

  @Test
  void tellOfAConflictThatEnded() {
    Summary summary = asOf("2024-01-31", history());

    assertThat(summary.headline())
        .isEqualTo("Iran and Pakistan: border regime (pilgrims) in force, hostile");
    assertThat(summary.text())
        .extracting(Sentence::sentence)
        .contains("Ended, 19 January 2024: conflict of 2024-01.");
  }

  @Test
  void nameTheUpdatesThatEachSentenceRestsOn() {
    Summary summary = asOf("2024-01-18", history());

    assertThat(summary.text()).allSatisfy(s -> assertThat(s.updates()).isNotEmpty());
    assertThat(summary.text())
        .extracting(Sentence::updates)
        .containsExactly(
            List.of(uri("pilgrims"), uri("strike"), uri("answer"), uri("recognition")),
            List.of(uri("recall")),
            List.of(uri("answer"), uri("recall"), uri("strike"), uri("pilgrims")),
            List.of(uri("answer")));
  }

  @Test
  void forgetAnEndAfterTwoYears() {
    Summary summary = asOf("2026-01-19", history());

    assertThat(summary.text())
        .extracting(Sentence::sentence)
        .noneMatch(sentence -> sentence.startsWith("Ended"));
  }

  @Test
  void tellOfALapse() {
    Summary summary =
        asOf("2024-04-01", update("a").threadUntil("agreement/gas", Effect.BEGINS, "2024-03"));

    assertThat(summary.text())
        .extracting(Sentence::sentence)
        .contains("Lapsed, March 2024: agreement (gas).");
  }

  @Test
  void nameFourThreadsAndCountTheRest() {
    Summary summary =
        asOf(
            "2024-02-01",
            update("a").thread("a", Effect.BEGINS),
            update("b").thread("b", Effect.BEGINS),
            update("c").thread("c", Effect.BEGINS, "on terms."),
            update("d").threadUntil("d", Effect.BEGINS, "2030"),
            update("e").thread("e", Effect.BEGINS),
            update("f").thread("f", Effect.BEGINS));

    Sentence sentence = summary.text().get(0);

    assertThat(sentence.sentence())
        .isEqualTo(
            "In force: a since 16 January 2024; b since 16 January 2024; c since 16 January"
                + " 2024 (on terms); d since 16 January 2024 until 2030, and 2 more.");
    assertThat(sentence.updates()).containsExactly(uri("a"), uri("b"), uri("c"), uri("d"));
  }

  @Test
  void sayWhoClaimsWhatNobodyHasConfirmed() {
    var claim =
        pledge().get().toBuilder()
            .attributedTo(new Attribution(new Party("IRN"), "Mohsen Rezaei", "general"))
            .build();

    Summary summary =
        Histories.state(List.of(claim))
            .summary(LocalDate.parse("2024-02-01"), Instant.parse("2024-02-01T00:00:00Z"));

    assertThat(summary.headline())
        .isEqualTo("Iran and Pakistan: nothing known between the two states");
    assertThat(summary.text())
        .extracting(Sentence::sentence)
        .containsExactly(
            "Nothing that the two states did is on record.",
            "Claimed by Mohsen Rezaei of Iran: “Pakistan would use its bomb”; nobody has confirmed"
                + " it.",
            "Latest claim, 16 January 2024: Pakistan would use its bomb.");
  }

  @Test
  void sayWhoDeniesAClaimAndNotWhoRepeatsIt() {
    Summary summary =
        asOf(
            "2024-02-01",
            pledge(),
            answer("own", "IRN", Position.CONFIRMS),
            answer("no", "PAK", Position.DENIES));

    Sentence sentence = summary.text().get(1);

    assertThat(sentence.sentence())
        .isEqualTo("Claimed by Iran: “Pakistan would use its bomb”; denied by Pakistan.");
    assertThat(sentence.updates()).containsExactly(uri("pledge"), uri("no"), uri("own"));
  }

  @Test
  void sayThatAClaimIsDisputed() {
    Summary summary =
        asOf(
            "2024-02-01",
            pledge().claimedBy("USA"),
            answer("yes", "IRN", Position.CONFIRMS),
            answer("no", "PAK", Position.DENIES));

    assertThat(summary.text().get(1).sentence())
        .isEqualTo(
            "Claimed by the United States: “Pakistan would use its bomb”; some confirm and some"
                + " deny it.");
  }

  @Test
  void leaveOutClaimsThatAreSettled() {
    Summary summary = asOf("2024-02-01", pledge(), answer("own", "IRN", Position.RETRACTS));

    assertThat(summary.text())
        .extracting(Sentence::sentence)
        .noneMatch(sentence -> sentence.startsWith("Claimed"));
  }

  @Test
  void sayThatTheLatestIsAReport() {
    Summary summary = asOf("2024-02-01", update("a").reported().headline("They met."));

    assertThat(summary.text().get(1).sentence())
        .isEqualTo("Latest report, 16 January 2024: They met.");
  }

  @Test
  void tellTheTemperatureByTheScore() {
    assertThat(temper(Mode.MILITARY)).isEqualTo("friendly");
    assertThat(temper(Mode.SUPPORT)).isEqualTo("cordial");
    assertThat(temper(Mode.COMMENT)).isEqualTo("mixed");
    assertThat(temper(Mode.ACCUSATION)).isEqualTo("strained");
    assertThat(temper(Mode.STRIKE)).isEqualTo("hostile");
  }

  @Test
  void nameAThinBasisInPlaceOfATemperature() {
    Summary summary =
        asOf(
            "2018-10-31",
            update("a").reported().occurred("2018-10-03"),
            update("b").reported().occurred("2018-10-20"));

    assertThat(summary.headline())
        .isEqualTo("Iran and Pakistan: only two reports, in October 2018");
    assertThat(summary.text().get(0))
        .isEqualTo(
            new Sentence(
                "Too little is known to call relations between Iran and Pakistan warm or cold: two"
                    + " reports in October 2018.",
                List.of(uri("b"), uri("a"))));
  }

  @Test
  void sayOnHowFewUpdatesATemperatureRests() {
    Summary summary =
        asOf(
            "2024-07-16",
            update("a").mode(Mode.SIGNED).occurred("2024-03-01"),
            update("b").mode(Mode.SIGNED).occurred("2024-07-01"));

    assertThat(summary.text().get(0).sentence())
        .isEqualTo(
            "Going by two updates from March to July 2024, relations between Iran and Pakistan"
                + " are cordial.");
  }

  @Test
  void sayThatNobodyHasConfirmedTheReports() {
    UpdateFixture[] reports = new UpdateFixture[6];
    for (int i = 0; i < 6; i++) {
      reports[i] = update("u" + i).reported().occurred("2024-01-0" + (i + 1));
    }

    assertThat(asOf("2024-01-31", reports).text().get(0).sentence())
        .isEqualTo("Going by unconfirmed reports, relations between Iran and Pakistan are mixed.");
  }

  @Test
  void citeActsOfTheStatesBehindManyCrimesOfTheirPeople() {
    List<UpdateFixture> updates = new ArrayList<>();
    updates.add(update("a").mode(Mode.SIGNED).occurred("2024-01-01"));
    updates.add(update("b").mode(Mode.SIGNED).occurred("2024-01-02"));
    for (int i = 0; i < 60; i++) {
      updates.add(update("crime" + i).mode(Mode.ATTACK).sectors("CVL", "CVL").reported());
    }

    assertThat(asOf("2024-02-01", updates.toArray(UpdateFixture[]::new)).text().get(0))
        .isEqualTo(
            new Sentence(
                "Going by two updates in January 2024, relations between Iran and Pakistan are"
                    + " friendly.",
                List.of(uri("b"), uri("a"))));
  }

  @Test
  void tellOfTheLatestDayWhatMattersMost() {
    Summary summary =
        asOf(
            "2024-02-01",
            update("strike").mode(Mode.STRIKE).headline("A strike."),
            update("crime").mode(Mode.STRIKE).headline("A crime.").sectors("CVL", "CVL"),
            update("word").mode(Mode.COMMENT).headline("A word."),
            update("before").mode(Mode.STRIKE).occurred("2024-01-15"));

    assertThat(summary.text())
        .last()
        .isEqualTo(new Sentence("Latest, 16 January 2024: A strike.", List.of(uri("strike"))));
  }

  @Test
  void citeWhatMakesItColdAndNotWhatWarmsIt() {
    UpdateFixture[] updates = new UpdateFixture[12];
    for (int i = 0; i < 12; i++) {
      updates[i] =
          update("u" + i)
              .mode(i < 4 ? Mode.STRIKE : Mode.MEETING)
              .occurred(LocalDate.of(2024, 1, 1 + i).toString());
    }

    assertThat(asOf("2024-02-01", updates).text().get(0))
        .isEqualTo(
            new Sentence(
                "Relations between Iran and Pakistan are hostile.",
                List.of(uri("u3"), uri("u2"), uri("u1"), uri("u0"))));
  }

  @Test
  void tellAPactThatLapsedAsPast() {
    Summary summary =
        asOf(
            "2026-11-28",
            update("pact")
                .mode(Mode.PACT)
                .occurred("1955-02-24")
                .thread("agreement/cento", Effect.BEGINS, "defence", "1979"));

    assertThat(summary.headline()).isEqualTo("Iran and Pakistan: quiet since February 1955");
    assertThat(summary.text())
        .extracting(Sentence::sentence)
        .containsExactly(
            "It has been quiet between Iran and Pakistan since February 1955: no later act of"
                + " either state is on record.",
            "Lapsed, 1979: agreement (cento) (defence).",
            "Latest, 24 February 1955: headline of pact.");
  }

  @Test
  void sayWhatTheLastYearWasBesideTheOneBefore() {
    List<UpdateFixture> updates = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      updates.add(
          update("u" + i)
              .mode(i < 3 ? Mode.STRIKE : Mode.SIGNED)
              .occurred((i < 3 ? "2023-01-1" : "2024-01-1") + i));
    }

    Summary summary = asOf("2024-02-01", updates.toArray(UpdateFixture[]::new));

    assertThat(summary.headline()).endsWith(" and warming");
    assertThat(summary.text().get(1))
        .isEqualTo(
            new Sentence(
                "The last twelve months were warmer than the twelve before.",
                List.of(uri("u5"), uri("u4"), uri("u3"), uri("u2"), uri("u1"), uri("u0"))));
  }

  @Test
  void openWithWhatIsInForceTheGravestFirst() {
    Summary summary =
        asOf(
            "2024-07-16",
            update("pact").mode(Mode.PACT).thread("alliance/mutual-defence", Effect.BEGINS),
            update("sanctions").mode(Mode.IMPOSED),
            update("closed").mode(Mode.CLOSES),
            update("severed").mode(Mode.SEVERED),
            update("war").mode(Mode.STRIKE).thread("conflict/2024-01", Effect.BEGINS));

    assertThat(summary.headline())
        .startsWith(
            "Iran and Pakistan: conflict of 2024-01 in force, diplomatic ties severed, sanctions in"
                + " force, ");
    assertThat(summary.text().get(0).sentence())
        .isEqualTo("Diplomatic ties have been severed since 16 January 2024.");
  }

  /** As three updates of three days make it. */
  private static String temper(Mode mode) {
    String headline =
        asOf(
                "2024-02-01",
                update("a").mode(mode).occurred("2024-01-30"),
                update("b").mode(mode).occurred("2024-01-31"),
                update("c").mode(mode).occurred("2024-02-01"))
            .headline();
    return headline.substring("Iran and Pakistan: ".length());
  }

  private static UpdateFixture pledge() {
    return update("pledge")
        .mode(Mode.THREAT)
        .headline("Pakistan would use its bomb")
        .claimedBy("IRN");
  }

  private static UpdateFixture answer(String name, String by, Position position) {
    return update(name)
        .mode(Mode.COMMENT, by, by.equals("PAK") ? "IRN" : "PAK")
        .responds("pledge", position);
  }

  private static UpdateFixture[] history() {
    return new UpdateFixture[] {
      update("recognition").mode(Mode.RECOGNITION).occurred("1947-08-22"),
      update("visit").occurred("1950-03"),
      update("pilgrims")
          .mode(Mode.OPENS)
          .occurred("2023")
          .thread("border/pilgrims", Effect.BEGINS, "open 24/7 for pilgrims"),
      update("strike")
          .mode(Mode.STRIKE)
          .occurred("2024-01-16")
          .thread("conflict/2024-01", Effect.BEGINS),
      update("recall").mode(Mode.RECALLED).occurred("2024-01-17"),
      update("answer")
          .mode(Mode.STRIKE, "PAK", "IRN")
          .occurred("2024-01-18")
          .headline("Pakistan strikes back.")
          .thread("conflict/2024-01", Effect.CHANGES),
      update("call")
          .mode(Mode.DEESCALATION)
          .occurred("2024-01-19")
          .thread("conflict/2024-01", Effect.ENDS),
      update("return").mode(Mode.RETURNED).occurred("2024-01-22")
    };
  }
}
