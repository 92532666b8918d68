package dev.tidings.relationship.news;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.fixture.UpdateFixture.uri;
import static dev.tidings.relationship.news.NewsDesk.json;
import static dev.tidings.relationship.news.NewsDesk.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.notification.Notification;
import dev.tidings.notification.Notification.Change;
import dev.tidings.notification.Reason;
import dev.tidings.update.Effect;
import dev.tidings.update.Mode;
import dev.tidings.update.PubStatus;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What readers are told when a thread's time has passed. */
class LapseNewsTest {

  private final NewsDesk desk = new NewsDesk();

  @Test
  void isWhatHeldUntilWhen() {
    desk.publish(opens("2024-02"));

    List<Notification> told = desk.at("2024-03-01T00:00:00Z").publish(desk.due());

    assertThat(reasons(told)).containsExactly(Reason.LAPSE);
    Notification lapse = told.get(0);
    assertThat(lapse.headline()).isEqualTo("Lapsed: border (pilgrims): open 24/7");
    assertThat(lapse.occurred()).hasToString("2024-02");
    assertThat(lapse.issued()).isEqualTo(Instant.parse("2024-03-01T00:00:00Z"));
    assertThat(lapse.urgency()).isEqualTo(4);
    assertThat(lapse.update().uri()).isEqualTo(uri("opening"));
    assertThat(lapse.update().mode()).isEqualTo(Mode.OPENS);
    assertThat(lapse.changes())
        .contains(
            new Change("inForce/border/pilgrims", "in-force since 2024-01-16: open 24/7", null),
            new Change("ended/border/pilgrims", null, "lapsed since 2024-01-16: open 24/7"));
  }

  @Test
  void isToldBesideTheUpdateThatMovesTheClockPastIt() {
    desk.publish(opens("2024-02"));

    List<Notification> told = desk.publish(update("later").occurred("2024-03-02"));

    assertThat(reasons(told)).containsExactly(Reason.UPDATE, Reason.LAPSE);
    assertThat(told.get(1).update().uri()).isEqualTo(uri("opening"));
  }

  @Test
  void isToldUnderTheSameIdWhoeverMovesTheClock() {
    NewsDesk other = new NewsDesk();
    desk.publish(opens("2024-02"));
    other.publish(opens("2024-02"));
    List<Notification> byTheWorker = desk.publish(desk.due());

    List<Notification> byAnother = other.publish(update("later").occurred("2024-03-02"));

    assertThat(byAnother.get(1).id()).isEqualTo(byTheWorker.get(0).id());
  }

  @Test
  void isToldOnce() {
    desk.publish(opens("2024-02"));
    desk.publish(desk.due());

    List<Notification> told = desk.publish(update("later").occurred("2024-03-02"));

    assertThat(reasons(told)).containsExactly(Reason.UPDATE);
  }

  @Test
  void isToldAgainOfAThreadThatBeganAnew() {
    desk.publish(opens("2024-02"));
    List<Notification> first = desk.publish(desk.due());
    desk.publish(
        update("opening")
            .version(2)
            .occurred("2024-03-05")
            .thread("border/pilgrims", Effect.BEGINS, "open by day", "2024-04"));

    List<Notification> second = desk.publish(desk.due());

    assertThat(reasons(second)).containsExactly(Reason.LAPSE);
    assertThat(second.get(0).id()).isNotEqualTo(first.get(0).id());
  }

  @Test
  void isNotToldOfWhatHadLapsedWhenItWasPublished() {
    List<Notification> told = desk.publish(opens("1979"));

    assertThat(reasons(told)).containsExactly(Reason.UPDATE);
  }

  @Test
  void isNotToldOfWhatWasExtended() {
    desk.publish(opens("2024-02"));
    desk.publish(
        update("more")
            .occurred("2024-02-20")
            .threadUntil("border/pilgrims", Effect.CHANGES, "2025"));

    List<Notification> told = desk.publish(update("later").occurred("2024-03-02"));

    assertThat(reasons(told)).containsExactly(Reason.UPDATE);
  }

  @Test
  void isNotToldOfWhatResumedWithAnotherEnd() {
    desk.publish(opens("2024-02"));
    desk.publish(update("stop").occurred("2024-02-01").thread("border/pilgrims", Effect.SUSPENDS));
    desk.publish(
        update("more")
            .occurred("2024-02-20")
            .threadUntil("border/pilgrims", Effect.RESUMES, "2025"));

    List<Notification> told = desk.publish(update("later").occurred("2024-03-02"));

    assertThat(reasons(told)).containsExactly(Reason.UPDATE);
  }

  @Test
  void isToldOfWhatIsSuspended() {
    desk.publish(opens("2024-02"));
    desk.publish(update("stop").occurred("2024-02-01").thread("border/pilgrims", Effect.SUSPENDS));

    List<Notification> told = desk.publish(desk.due());

    assertThat(reasons(told)).containsExactly(Reason.LAPSE);
    assertThat(told.get(0).headline()).isEqualTo("Lapsed: border (pilgrims)");
    assertThat(told.get(0).update().uri()).isEqualTo(uri("stop"));
  }

  @Test
  void isNotToldAgainWhenWhatRenewedItIsKilled() {
    desk.publish(opens("2024-02"));
    desk.publish(desk.due());
    desk.publish(update("renewal").occurred("2024-03-05").thread("border/pilgrims", Effect.BEGINS));

    List<Notification> told =
        desk.publish(
            update("renewal")
                .version(2)
                .occurred("2024-03-05")
                .status(PubStatus.CANCELED)
                .issued("2024-03-06T00:00:00Z"));

    assertThat(reasons(told)).containsExactly(Reason.KILL);
  }

  @Test
  void isNotToldOfWhatACorrectionEndedBefore() {
    desk.publish(opens("2024-12"));
    desk.publish(update("later").occurred("2024-06-01"));

    List<Notification> told =
        desk.publish(opens("2024-02").version(2).issued("2024-06-02T00:00:00Z"));

    assertThat(reasons(told)).containsExactly(Reason.CORRECTION);
  }

  @Test
  void isToldOfEveryThreadThatLapsesAtOnce() {
    for (int i = 0; i < 12; i++) {
      desk.publish(update("u" + i).threadUntil("agreement/a" + i, Effect.BEGINS, "2024"));
    }

    List<Notification> told = desk.publish(desk.due());

    assertThat(told).hasSize(12).allMatch(n -> n.reason() == Reason.LAPSE);
    Set<String> ids = new HashSet<>(told.stream().map(Notification::id).toList());
    assertThat(ids).hasSize(12);
  }

  /** More than 30 days between the last day on which it held and the record that says so. */
  @ParameterizedTest
  @CsvSource({"2024-01-31, 4", "2024-01-30, 9", "2024-02, 4", "2024-01~, 4", "2024-01-17, 9"})
  void ofWhatIsLongPastIsBackground(String until, int urgency) {
    desk.publish(opens(until));

    List<Notification> told = desk.at("2024-03-01T00:00:00Z").publish(desk.due());

    assertThat(told.get(0).urgency()).isEqualTo(urgency);
  }

  @Test
  void hasTheUrgencyOfTheModeWhateverTheUpdateStated() {
    desk.publish(opens("2024-02").get().toBuilder().urgency(1).build());

    List<Notification> told = desk.at("2024-03-01T00:00:00Z").publish(desk.due());

    assertThat(told.get(0).urgency()).isEqualTo(4);
  }

  @Test
  void carriesNothingOfWhatIsKilledInTheSameRecord() {
    desk.publish(opens("2024-02"));
    desk.publish(
        update("secret")
            .occurred("2024-01-20")
            .thread("border/pilgrims", Effect.CHANGES, "hidden terms", "2024-02-20"));

    List<Notification> told =
        desk.publish(
            update("secret")
                .version(2)
                .status(PubStatus.CANCELED)
                .headline("hidden")
                .issued("2024-03-02T00:00:00Z"));

    assertThat(reasons(told)).containsExactly(Reason.KILL, Reason.LAPSE);
    assertThat(told.get(1).headline()).isEqualTo("Lapsed: border (pilgrims): open 24/7");
    assertThat(json(told)).doesNotContain("hidden");
  }

  private static UpdateFixture opens(String until) {
    return update("opening")
        .mode(Mode.OPENS)
        .thread("border/pilgrims", Effect.BEGINS, "open 24/7", until);
  }
}
