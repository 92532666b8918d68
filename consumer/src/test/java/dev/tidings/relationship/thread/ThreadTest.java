package dev.tidings.relationship.thread;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.fixture.UpdateFixture.uri;
import static dev.tidings.relationship.Histories.asOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.relationship.Histories;
import dev.tidings.summary.StandingThread;
import dev.tidings.summary.StandingThread.Superseded;
import dev.tidings.summary.Summary;
import dev.tidings.summary.ThreadState;
import dev.tidings.update.Contribution;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.Effect;
import dev.tidings.update.Mode;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.Standing;
import dev.tidings.update.ThreadId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What persists between two parties: begun, changed, suspended, resumed, ended. */
class ThreadTest {

  @Test
  void isInForceOnceItBegan() {
    StandingThread thread = border(asOf("2024-01-10", on("2024-01-10", Effect.BEGINS, "by day")));

    assertThat(thread.state()).isEqualTo(ThreadState.IN_FORCE);
    assertThat(thread.since()).hasToString("2024-01-10");
    assertThat(thread.changed()).hasToString("2024-01-10");
    assertThat(thread.terms()).isEqualTo("by day");
    assertThat(thread.standing()).isEqualTo(Standing.CONFIRMED);
    assertThat(thread.updates()).containsExactly(uri("2024-01-10"));
    assertThat(thread.superseded()).isEmpty();
  }

  @Test
  void isNotThereBeforeItBegan() {
    Summary summary = asOf("2024-01-09", on("2024-01-10", Effect.BEGINS));

    assertThat(summary.inForce()).isEmpty();
    assertThat(summary.ended()).isEmpty();
  }

  @Test
  void thatChangesKeepsItsBeginningAndSupersedesItsTerms() {
    StandingThread thread =
        border(
            asOf(
                "2024-02-01",
                on("2024-01-10", Effect.BEGINS, "by day"),
                on("2024-01-20", Effect.CHANGES, "open 24/7")));

    assertThat(thread.state()).isEqualTo(ThreadState.IN_FORCE);
    assertThat(thread.since()).hasToString("2024-01-10");
    assertThat(thread.changed()).hasToString("2024-01-20");
    assertThat(thread.terms()).isEqualTo("open 24/7");
    assertThat(thread.superseded())
        .containsExactly(new Superseded("by day", EdtfDate.parse("2024-01-10"), uri("2024-01-10")));
    assertThat(thread.updates()).containsExactly(uri("2024-01-10"), uri("2024-01-20"));
  }

  @Test
  void thatChangesWithoutTermsKeepsThem() {
    StandingThread thread =
        border(
            asOf(
                "2024-02-01",
                on("2024-01-10", Effect.BEGINS, "by day"),
                on("2024-01-20", Effect.CHANGES)));

    assertThat(thread.terms()).isEqualTo("by day");
    assertThat(thread.superseded()).isEmpty();
  }

  @Test
  void saidAgainOnTheSameTermsSupersedesNothing() {
    StandingThread thread =
        border(
            asOf(
                "2024-02-01",
                on("2024-01-10", Effect.BEGINS, "by day"),
                on("2024-01-20", Effect.CHANGES, "by day"),
                on("2024-01-21", Effect.BEGINS)));

    assertThat(thread.terms()).isEqualTo("by day");
    assertThat(thread.since()).hasToString("2024-01-10");
    assertThat(thread.superseded()).isEmpty();
  }

  @Test
  void changedBeforeAnythingIsKnownOfItIsInForceSinceThen() {
    StandingThread thread = border(asOf("2024-02-01", on("2024-01-20", Effect.CHANGES, "by day")));

    assertThat(thread.state()).isEqualTo(ThreadState.IN_FORCE);
    assertThat(thread.since()).hasToString("2024-01-20");
  }

  @Test
  void thatIsSuspendedIsListedAmongWhatIsInForce() {
    StandingThread thread =
        border(
            asOf(
                "2024-02-01",
                on("2024-01-10", Effect.BEGINS, "by day"),
                on("2024-01-20", Effect.SUSPENDS, "closed for repairs")));

    assertThat(thread.state()).isEqualTo(ThreadState.SUSPENDED);
    assertThat(thread.since()).hasToString("2024-01-10");
    assertThat(thread.changed()).hasToString("2024-01-20");
    assertThat(thread.terms()).isEqualTo("closed for repairs");
    assertThat(thread.superseded()).extracting(Superseded::terms).containsExactly("by day");
  }

  @Test
  void firstKnownSuspendedHoldsSinceItResumed() {
    StandingThread thread =
        border(
            asOf(
                "2024-02-01",
                on("2024-01-10", Effect.SUSPENDS, "closed for repairs"),
                on("2024-01-20", Effect.RESUMES, "by day")));

    assertThat(thread.state()).isEqualTo(ThreadState.IN_FORCE);
    assertThat(thread.since()).hasToString("2024-01-20");
  }

  @Test
  void thatResumesHasTheTermsFromBeforeItsSuspension() {
    StandingThread thread =
        border(
            asOf(
                "2024-02-01",
                on("2024-01-10", Effect.BEGINS, "by day"),
                on("2024-01-20", Effect.SUSPENDS, "closed for repairs"),
                on("2024-01-22", Effect.SUSPENDS, "closed for good"),
                on("2024-01-25", Effect.RESUMES)));

    assertThat(thread.state()).isEqualTo(ThreadState.IN_FORCE);
    assertThat(thread.since()).hasToString("2024-01-10");
    assertThat(thread.terms()).isEqualTo("by day");
    assertThat(thread.superseded())
        .extracting(Superseded::terms)
        .containsExactly("closed for good", "closed for repairs", "by day");
  }

  @Test
  void thatResumesOnNewTermsHasThose() {
    StandingThread thread =
        border(
            asOf(
                "2024-02-01",
                on("2024-01-10", Effect.BEGINS, "by day"),
                on("2024-01-20", Effect.SUSPENDS),
                on("2024-01-25", Effect.RESUMES, "open 24/7")));

    assertThat(thread.terms()).isEqualTo("open 24/7");
  }

  @Test
  void saidToResumeTwiceKeepsItsNewTerms() {
    StandingThread thread =
        border(
            asOf(
                "2024-02-01",
                on("2024-01-10", Effect.BEGINS, "by day"),
                on("2024-01-20", Effect.SUSPENDS),
                on("2024-01-25", Effect.RESUMES, "open 24/7"),
                on("2024-01-26", Effect.RESUMES)));

    assertThat(thread.terms()).isEqualTo("open 24/7");
  }

  @Test
  void thatResumesHoldsUntilTheDayItHeldUntilBefore() {
    StandingThread thread =
        border(
            asOf(
                "2024-02-01",
                until("2024-01-10", Effect.BEGINS, "2030"),
                until("2024-01-20", Effect.SUSPENDS, "2024-06"),
                on("2024-01-25", Effect.RESUMES)));

    assertThat(thread.until()).hasToString("2030");
  }

  @Test
  void thatEndsIsListedAmongWhatEnded() {
    Summary summary =
        asOf(
            "2024-02-01",
            on("2024-01-10", Effect.BEGINS, "by day"),
            until("2024-01-15", Effect.CHANGES, "2030"),
            on("2024-01-20", Effect.ENDS, "by agreement"));

    assertThat(summary.inForce()).isEmpty();
    StandingThread thread = summary.ended().get(0);
    assertThat(thread.state()).isEqualTo(ThreadState.ENDED);
    assertThat(thread.since()).hasToString("2024-01-10");
    assertThat(thread.changed()).hasToString("2024-01-20");
    assertThat(thread.terms()).isEqualTo("by agreement");
    assertThat(thread.until()).isNull();
  }

  @Test
  void endedBeforeAnythingElseIsKnownOfItIsEnded() {
    Summary summary = asOf("2024-02-01", on("2024-01-20", Effect.ENDS));

    assertThat(summary.ended().get(0).state()).isEqualTo(ThreadState.ENDED);
  }

  @Test
  void thatBeginsAfterItsEndBeginsAnew() {
    StandingThread thread =
        border(
            asOf(
                "2024-02-01",
                on("2024-01-10", Effect.BEGINS, "by day"),
                on("2024-01-15", Effect.ENDS),
                on("2024-01-20", Effect.RESUMES)));

    assertThat(thread.state()).isEqualTo(ThreadState.IN_FORCE);
    assertThat(thread.since()).hasToString("2024-01-20");
    assertThat(thread.terms()).isNull();
    assertThat(thread.superseded()).isEmpty();
    assertThat(thread.updates()).containsExactly(uri("2024-01-20"));
  }

  @Test
  void holdsOnTheLastDayOfItsTime() {
    Summary summary = asOf("2024-03-31", until("2024-01-10", Effect.BEGINS, "2024-03"));

    assertThat(border(summary).state()).isEqualTo(ThreadState.IN_FORCE);
  }

  @Test
  void lapsesWhenItsTimeHasPassed() {
    Summary summary = asOf("2024-04-01", until("2024-01-10", Effect.BEGINS, "2024-03"));

    assertThat(summary.inForce()).isEmpty();
    assertThat(summary.ended().get(0).state()).isEqualTo(ThreadState.LAPSED);
    assertThat(summary.ended().get(0).changed()).hasToString("2024-03");
  }

  @Test
  void thatIsSuspendedLapsesToo() {
    Summary summary =
        asOf(
            "2024-04-01",
            until("2024-01-10", Effect.BEGINS, "2024-03"),
            on("2024-02-10", Effect.SUSPENDS));

    assertThat(summary.ended().get(0).state()).isEqualTo(ThreadState.LAPSED);
  }

  @Test
  void withAnOpenEndNeverLapses() {
    Summary summary = asOf("2024-04-01", until("2024-01-10", Effect.BEGINS, "2024-03/.."));

    assertThat(border(summary).state()).isEqualTo(ThreadState.IN_FORCE);
  }

  @Test
  void thatIsProlongedInTimeDoesNotLapse() {
    Summary summary =
        asOf(
            "2024-04-01",
            until("2024-01-10", Effect.BEGINS, "2024-03"),
            until("2024-03-31", Effect.CHANGES, "2025"));

    assertThat(border(summary).since()).hasToString("2024-01-10");
    assertThat(border(summary).until()).hasToString("2025");
  }

  @Test
  void thatBeginsAfterItLapsedBeginsAnew() {
    StandingThread thread =
        border(
            asOf(
                "2024-05-01",
                until("2024-01-10", Effect.BEGINS, "2024-03"),
                on("2024-04-01", Effect.CHANGES, "by day")));

    assertThat(thread.state()).isEqualTo(ThreadState.IN_FORCE);
    assertThat(thread.since()).hasToString("2024-04-01");
    assertThat(thread.until()).isNull();
  }

  @Test
  void endedAfterItLapsedHasEnded() {
    Summary summary =
        asOf(
            "2024-05-01",
            until("2024-01-10", Effect.BEGINS, "2024-03"),
            on("2024-04-01", Effect.ENDS));

    assertThat(summary.ended().get(0).state()).isEqualTo(ThreadState.ENDED);
    assertThat(summary.ended().get(0).since()).hasToString("2024-01-10");
  }

  @Test
  void isMovedInTheOrderOfWhatHappenedAndNotOfItsIssue() {
    StandingThread thread =
        border(
            asOf(
                "2024-02-01",
                on("2024-01-20", Effect.SUSPENDS).issued("2024-01-20T00:00:00Z"),
                on("2024-01-10", Effect.BEGINS).issued("2024-01-25T00:00:00Z")));

    assertThat(thread.state()).isEqualTo(ThreadState.SUSPENDED);
  }

  @Test
  void isMovedByAModeOfItsOwnWhenTheDeskConfirmsIt() {
    Summary summary = asOf("2024-02-01", update("a").mode(Mode.RECOGNITION));

    assertThat(summary.inForce()).hasSize(1);
    assertThat(summary.inForce().get(0).thread()).hasToString("ties");
  }

  @Test
  void isNotMovedByAModeThatIsMerelyReported() {
    Summary summary = asOf("2024-02-01", update("a").mode(Mode.RECOGNITION).reported());

    assertThat(summary.inForce()).isEmpty();
    assertThat(summary.counts()).hasSize(1);
  }

  @Test
  void isMovedByAReportThatNamesIt() {
    Summary summary = asOf("2024-02-01", on("2024-01-10", Effect.BEGINS).reported());

    assertThat(border(summary).standing()).isEqualTo(Standing.REPORTED);
  }

  @Test
  void namedByTheUpdateTakesThePlaceOfItsModes() {
    Summary summary =
        asOf("2024-02-01", update("a").mode(Mode.SEVERED).thread("ties/trade", Effect.SUSPENDS));

    assertThat(summary.ended()).isEmpty();
    assertThat(summary.inForce().get(0).thread()).hasToString("ties/trade");
  }

  @Test
  void listsTheFirstAndTheLastNineOfItsUpdates() {
    List<RelationshipUpdate> updates = new ArrayList<>();
    for (int day = 10; day < 28; day++) {
      updates.add(on("2024-01-" + day, Effect.CHANGES, "terms " + day).get());
    }

    StandingThread thread = border(Histories.state(updates).summary());

    assertThat(thread.updates()).hasSize(10);
    assertThat(thread.updates()).startsWith(uri("2024-01-10"), uri("2024-01-19"));
    assertThat(thread.updates()).endsWith(uri("2024-01-27"));
    assertThat(thread.superseded()).hasSize(10);
    assertThat(thread.superseded().get(0).terms()).isEqualTo("terms 26");
  }

  @Test
  void isListedInTheOrderOfNames() {
    Summary summary =
        asOf(
            "2024-02-01",
            update("a").thread("ties", Effect.BEGINS),
            update("b").thread("border/pilgrims", Effect.BEGINS),
            update("c").thread("border", Effect.BEGINS));

    assertThat(summary.inForce())
        .extracting(thread -> thread.thread().id())
        .containsExactly("border", "border/pilgrims", "ties");
  }

  @Test
  void thatEndedIsListedTheLatestFirstAndTenAtMost() {
    List<RelationshipUpdate> updates = new ArrayList<>();
    for (int day = 10; day < 22; day++) {
      updates.add(
          update("e" + day)
              .occurred("2024-01-" + day)
              .thread("conflict/" + day, Effect.ENDS)
              .get());
    }

    Summary summary = Histories.state(updates).summary();

    assertThat(summary.ended()).hasSize(10);
    assertThat(summary.ended().get(0).thread()).hasToString("conflict/21");
    assertThat(summary.ended().get(9).thread()).hasToString("conflict/12");
  }

  @Test
  void mayHaveTermsAndATime() {
    RelationshipUpdate update =
        update("a").get().toBuilder()
            .thread(
                new Contribution(
                    new ThreadId("border"), Effect.BEGINS, "by day", EdtfDate.parse("2024-03")))
            .build();

    Summary summary =
        Histories.state(List.of(update))
            .summary(LocalDate.parse("2024-04-01"), Instant.parse("2024-04-01T00:00:00Z"));

    assertThat(summary.ended().get(0).terms()).isEqualTo("by day");
    assertThat(summary.ended().get(0).state()).isEqualTo(ThreadState.LAPSED);
  }

  private static StandingThread border(Summary summary) {
    assertThat(summary.inForce()).hasSize(1);
    return summary.inForce().get(0);
  }

  private static UpdateFixture on(String day, Effect effect) {
    return update(day).mode(Mode.COMMENT).occurred(day).thread("border", effect);
  }

  private static UpdateFixture on(String day, Effect effect, String terms) {
    return update(day).mode(Mode.COMMENT).occurred(day).thread("border", effect, terms);
  }

  private static UpdateFixture until(String day, Effect effect, String until) {
    return update(day).mode(Mode.COMMENT).occurred(day).threadUntil("border", effect, until);
  }
}
