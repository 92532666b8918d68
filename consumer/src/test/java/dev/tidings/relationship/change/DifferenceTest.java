package dev.tidings.relationship.change;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.fixture.UpdateFixture.uri;
import static dev.tidings.relationship.Histories.asOf;
import static dev.tidings.relationship.Histories.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.notification.Notification.Change;
import dev.tidings.relationship.RandomHistories;
import dev.tidings.relationship.RelationshipState;
import dev.tidings.summary.Sentence;
import dev.tidings.summary.Summary;
import dev.tidings.update.Effect;
import dev.tidings.update.Mode;
import dev.tidings.update.Position;
import dev.tidings.update.PubStatus;
import dev.tidings.update.RelationshipUpdate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two summaries of one relationship beside each other, in words. */
class DifferenceTest {

  @Test
  void tellsHowAConflictBegan() {
    assertThat(sentences("2024-01-15", "2024-01-18", history()))
        .containsExactly(
            "From 15 January 2024 to 18 January 2024 relations went from quiet to hostile (−3.97).",
            "Came into force: conflict of 2024-01 since 16 January 2024.",
            "Suspended: exchange of ambassadors since 17 January 2024.",
            "Three updates: 1 on diplomatic ties, 2 incidents.");
  }

  @Test
  void tellsHowItEnded() {
    assertThat(sentences("2024-01-18", "2024-01-31", history()))
        .contains(
            "Resumed: exchange of ambassadors since 22 January 2024.",
            "Ended: conflict of 2024-01, 19 January 2024.");
  }

  @Test
  void tellsOfAConflictThatCameAndWent() {
    assertThat(sentences("2024-01-15", "2024-01-31", history()))
        .contains("Ended: conflict of 2024-01, 19 January 2024.");
  }

  @Test
  void tellsOfTermsThatChangedAndOfALapse() {
    UpdateFixture[] updates = {
      update("open").occurred("2024-01-01").thread("border/a", Effect.BEGINS, "open.", "2024-03"),
      update("always").occurred("2024-02-01").thread("border/a", Effect.CHANGES, "open 24/7")
    };

    assertThat(sentences("2024-01-02", "2024-02-02", updates))
        .contains("Changed: border (a), from “open” to “open 24/7”.");
    assertThat(sentences("2024-02-02", "2024-04-02", updates))
        .contains("Lapsed: border (a), March 2024 (open 24/7).");
  }

  @Test
  void tellsThatAThreadBeganAnew() {
    assertThat(
            sentences(
                "2024-01-02",
                "2024-02-02",
                update("a").occurred("2024-01-01").thread("border", Effect.BEGINS),
                update("b").occurred("2024-01-05").thread("border", Effect.ENDS),
                update("c").occurred("2024-01-09").thread("border", Effect.BEGINS)))
        .contains("Came into force: border since 9 January 2024.");
  }

  @Test
  void tellsOfNewClaimsAndOfWhatBecameOfOlderOnes() {
    UpdateFixture[] updates = {
      update("claim")
          .mode(Mode.THREAT, "IRN", "PAK")
          .claimedBy("IRN")
          .headline("Pakistan would use its bomb.")
          .occurred("2024-01-16"),
      update("no")
          .mode(Mode.DENIAL, "PAK", "IRN")
          .responds("claim", Position.DENIES)
          .occurred("2024-01-18")
    };

    assertThat(sentences("2024-01-15", "2024-01-16", updates))
        .contains(
            "New claim by Iran: “Pakistan would use its bomb”; nobody has confirmed it.",
            "One update: 1 statement.");
    assertThat(sentences("2024-01-16", "2024-01-18", updates))
        .contains(
            "Claimed by Iran: “Pakistan would use its bomb”; nobody had confirmed it, now it is"
                + " denied by Pakistan.");
  }

  @Test
  void namesTheUpdatesThatEachSentenceRestsOn() {
    Difference difference = difference("2024-01-15", "2024-01-18", history());

    assertThat(difference.text())
        .extracting(Sentence::updates)
        .containsExactly(
            List.of(
                uri("answer"),
                uri("recall"),
                uri("strike"),
                uri("pilgrims"),
                uri("visit"),
                uri("recognition")),
            List.of(uri("strike"), uri("answer")),
            List.of(uri("recall")),
            List.of(uri("answer"), uri("recall"), uri("strike")));
  }

  /** A reader who goes back in time still reads forwards; the changes go the way that was asked. */
  @Test
  void tellsForwardsOfDaysThatWereAskedForBackwards() {
    Difference forwards = difference("2024-01-15", "2024-01-18", history());

    Difference backwards = difference("2024-01-18", "2024-01-15", history());

    assertThat(backwards.text()).isEqualTo(forwards.text());
    assertThat(backwards.changes())
        .containsExactlyElementsOf(
            forwards.changes().stream()
                .map(change -> new Change(change.path(), change.after(), change.before()))
                .toList());
  }

  @Test
  void saysThatNothingIsDifferent() {
    assertThat(sentences("1960-01-01", "1960-01-02", history()))
        .containsExactly("Nothing is different between 1 January 1960 and 2 January 1960.");
    assertThat(sentences("1960-01-01", "1960-01-01", history()))
        .containsExactly("Nothing is different.");
    assertThat(sentences("1900-01-01", "1900-01-02", history())).hasSize(1);
  }

  @Test
  void saysThatOneUpdateIsTooLittleToJudgeBy() {
    assertThat(sentences("1947-08-21", "1947-08-22", history()))
        .startsWith(
            "Too little is known to judge relations by: 1 update of the last two years, before 0.");
  }

  @Test
  void saysThatOnlyTheTrendIsAnother() {
    assertThat(
            sentences(
                "2024-07-16",
                "2024-07-17",
                update("a").mode(Mode.COMMENT).occurred("2022-07-18"), // 729 days before
                update("b").mode(Mode.COMMENT).occurred("2022-07-18"),
                update("c").mode(Mode.COMMENT).occurred("2024-07-16"),
                update("d").mode(Mode.COMMENT).occurred("2024-07-16")))
        .containsExactly(
            "From 16 July 2024 to 17 July 2024 relations stayed mixed (0.00), no longer steady.");
  }

  @Test
  void namesFourThreadsAndCountsTheRest() {
    List<UpdateFixture> updates = new ArrayList<>();
    for (String name : List.of("a", "b", "c", "d", "e", "f")) {
      updates.add(update(name).thread(name, Effect.BEGINS));
    }

    assertThat(sentences("2024-01-15", "2024-01-16", updates.toArray(UpdateFixture[]::new)))
        .contains(
            "Came into force: a since 16 January 2024; b since 16 January 2024; c since 16"
                + " January 2024; d since 16 January 2024, and 2 more.");
  }

  /** An end that stood behind ten others comes back into the list when one of those is killed. */
  @Test
  void doesNotTellOfAnOldEndThatIsListedAgain() {
    List<UpdateFixture> updates = new ArrayList<>();
    for (int i = 10; i <= 20; i++) {
      updates.add(update("e" + i).occurred("2024-01-" + i).thread("agreement/e" + i, Effect.ENDS));
      updates.add(
          update("b" + i).occurred("2023-01-" + i).thread("agreement/e" + i, Effect.BEGINS));
    }
    UpdateFixture[] before = updates.toArray(UpdateFixture[]::new);
    updates.add(
        update("e20")
            .occurred("2024-01-20")
            .version(2)
            .status(PubStatus.CANCELED)
            .thread("agreement/e20", Effect.ENDS));

    Difference difference =
        Difference.between(
            asOf("2024-02-01", before), asOf("2024-02-01", updates.toArray(UpdateFixture[]::new)));

    assertThat(difference.text())
        .extracting(Sentence::sentence)
        .contains(
            "Came into force: agreement (e20) since 20 January 2023.",
            "One update fewer: 1 visit.",
            "Withdrawn: an update.")
        .noneMatch(sentence -> sentence.startsWith("Ended"));
  }

  @Test
  void saysNothingOfTheTextThatIsHidden() {
    RelationshipState state =
        state(
            update("wrong")
                .occurred("2024-01-16")
                .headline("SECRET claim")
                .claimedBy("IRN")
                .issued("2024-01-17T00:00:00Z"),
            update("bad")
                .occurred("2024-01-16")
                .thread("border", Effect.BEGINS, "SECRET terms")
                .issued("2024-01-17T00:00:00Z"),
            update("wrong")
                .occurred("2024-01-16")
                .headline("SECRET claim")
                .claimedBy("IRN")
                .version(2)
                .status(PubStatus.CANCELED)
                .issued("2024-02-01T00:00:00Z"),
            update("bad")
                .occurred("2024-01-16")
                .thread("border", Effect.BEGINS, "SECRET terms")
                .version(2)
                .status(PubStatus.CANCELED)
                .issued("2024-02-01T00:00:00Z"));
    Instant knownAt = Instant.parse("2024-01-20T00:00:00Z");
    Summary before = state.summary(LocalDate.parse("2024-01-15"), knownAt);
    Summary after = state.summary(LocalDate.parse("2024-01-16"), knownAt);

    Difference difference =
        Difference.between(
            state.withdrawn().hiddenFrom(before), state.withdrawn().hiddenFrom(after));

    assertThat(difference.toString()).doesNotContain("SECRET");
    assertThat(difference.text())
        .extracting(Sentence::sentence)
        .contains("Came into force: border since 16 January 2024.")
        .noneMatch(sentence -> sentence.contains("(withdrawn"));
  }

  /** Whatever the history: where no sentence tells of anything, nothing much is different. */
  @Test
  void leavesNoChangeOfThreadsClaimsOrCountsUntold() {
    RandomHistories random = new RandomHistories(1_950);
    List<String> untold = new ArrayList<>();
    int told = 0;

    for (int i = 0; i < 1_500; i++) {
      List<RelationshipUpdate> history = random.next(4, 14);
      RelationshipState state = state(history);
      Instant knownAt = random.instantIn(history);
      Difference difference =
          Difference.between(
              state.summary(random.day(), knownAt), state.summary(random.day(), knownAt));
      boolean isNothing = difference.text().get(0).sentence().startsWith("Nothing is different");
      told += isNothing ? 0 : 1;
      if (isNothing != difference.changes().isEmpty()) {
        untold.add(difference + RandomHistories.shown(history));
      }
    }

    assertThat(untold).isEmpty();
    assertThat(told).isGreaterThan(500);
  }

  private static List<String> sentences(String one, String other, UpdateFixture... updates) {
    return difference(one, other, updates).text().stream().map(Sentence::sentence).toList();
  }

  private static Difference difference(String one, String other, UpdateFixture... updates) {
    return Difference.between(asOf(one, updates), asOf(other, updates));
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
          .thread("conflict/2024-01", Effect.CHANGES),
      update("call")
          .mode(Mode.DEESCALATION)
          .occurred("2024-01-19")
          .thread("conflict/2024-01", Effect.ENDS),
      update("return").mode(Mode.RETURNED).occurred("2024-01-22")
    };
  }
}
