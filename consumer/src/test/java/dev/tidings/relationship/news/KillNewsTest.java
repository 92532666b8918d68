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
import dev.tidings.update.Position;
import dev.tidings.update.PubStatus;
import dev.tidings.update.RelationshipUpdate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What readers are told when an update is killed, and what they are told no more. */
class KillNewsTest {

  private final NewsDesk desk = new NewsDesk();

  @Test
  void saysThatItIsWithdrawn() {
    desk.publish(secret());

    List<Notification> told = desk.publish(kill(2));

    assertThat(reasons(told)).containsExactly(Reason.KILL);
    assertThat(told.get(0).headline())
        .isEqualTo("Withdrawn: an update on Iran and Pakistan, 16 January 2024");
    assertThat(told.get(0).update().uri()).isEqualTo(uri("secret"));
    assertThat(told.get(0).update().version()).isEqualTo(2);
    assertThat(told.get(0).changes())
        .contains(
            new Change("counts/border", "1", null),
            new Change("inForce/border", "in-force since 2024-01-16", null),
            new Change("latest/border", uri("secret") + "#1", null),
            new Change("withdrawn/" + uri("secret"), null, "canceled"));
  }

  @Test
  void carriesNothingOfTheKilledText() {
    desk.publish(secret());

    List<Notification> told = desk.publish(kill(2));

    assertThat(json(told)).doesNotContainIgnoringCase("hidden");
  }

  @Test
  void carriesNothingOfTheKilledTextWhenAClaimTurnsWithIt() {
    desk.publish(update("claim").mode(Mode.THREAT).claimedBy("USA").headline("a bomb"));
    desk.publish(update("no").mode(Mode.COMMENT, "IRN", "PAK").responds("claim", Position.DENIES));
    desk.publish(answering(secret()));

    List<Notification> told = desk.publish(answering(kill(2)));

    assertThat(reasons(told)).containsExactly(Reason.KILL, Reason.CLAIM_DENIED);
    assertThat(json(told)).doesNotContainIgnoringCase("hidden");
  }

  @Test
  void carriesNothingOfTheKilledTextWhenAnEmbargoEndsWithIt() {
    desk.publish(secret());
    desk.publish(update("later").embargoedUntil("2024-01-17T12:00:00Z"));

    List<Notification> told = desk.publish(kill(2).issued("2024-01-18T00:00:00Z"));

    assertThat(reasons(told)).containsExactly(Reason.KILL, Reason.RELEASE);
    assertThat(json(told)).doesNotContainIgnoringCase("hidden");
  }

  @Test
  void tellsTheTermsThatHoldInItsPlace() {
    desk.publish(
        update("order")
            .mode(Mode.COMMENT)
            .occurred("2024")
            .thread("border", Effect.BEGINS, "open"));
    desk.publish(
        update("secret").mode(Mode.CLOSES).thread("border", Effect.SUSPENDS, "hidden terms"));

    List<Notification> told = desk.publish(kill(2));

    assertThat(told.get(0).changes())
        .contains(
            new Change("inForce/border", "suspended since 2024", "in-force since 2024: open"));
  }

  @Test
  void reachesThoseWhoWereToldUnderTheSameVersion() {
    desk.publish(secret());

    List<Notification> told = desk.publish(kill(1));

    assertThat(reasons(told)).containsExactly(Reason.KILL);
    assertThat(json(told)).doesNotContainIgnoringCase("hidden");
  }

  @Test
  void isToldOnce() {
    desk.publish(secret());
    desk.publish(kill(2));

    List<Notification> told = desk.publish(kill(3));

    assertThat(told).isEmpty();
  }

  @Test
  void isToldOfWhatWasWithheld() {
    desk.publish(secret());
    desk.publish(kill(2).status(PubStatus.WITHHELD));

    List<Notification> told = desk.publish(kill(3));

    assertThat(reasons(told)).containsExactly(Reason.KILL);
  }

  @Test
  void thatOvertookWhatItKillsTellsNothing() {
    desk.publish(update("visit"));
    List<Notification> overtaking = desk.publish(kill(2));

    List<Notification> overtaken = desk.publish(secret());

    assertThat(overtaking).isEmpty();
    assertThat(overtaken).isEmpty();
  }

  @Test
  void isFollowedByNothingOfALateVersion() {
    desk.publish(secret());
    desk.publish(kill(3));

    List<Notification> told = desk.publish(secret().version(2));

    assertThat(told).isEmpty();
  }

  @Test
  void isUndoneByARelease() {
    desk.publish(secret());
    desk.publish(kill(2));

    List<Notification> told = desk.publish(secret().version(3));

    assertThat(reasons(told)).containsExactly(Reason.RELEASE);
  }

  @Test
  void whoseEmbargoEndsIsToldOfWhatItKills() {
    desk.publish(secret());
    desk.publish(kill(2).embargoedUntil("2024-01-17T12:00:00Z"));

    List<Notification> told =
        desk.publish(update("later").mode(Mode.CALL, "PAK", "IRN").occurred("2024-01-18"));

    assertThat(reasons(told)).containsExactly(Reason.UPDATE, Reason.KILL);
    assertThat(told.get(1).update().uri()).isEqualTo(uri("secret"));
    assertThat(told.get(1).update().version()).isEqualTo(2);
    assertThat(told.get(1).update().mode()).isEqualTo(Mode.CLOSES);
    assertThat(told.get(1).occurred()).hasToString("2024-01-16");
    assertThat(json(told)).doesNotContainIgnoringCase("hidden");
  }

  private static RelationshipUpdate answering(UpdateFixture update) {
    return update
        .mode(Mode.CLOSES, "PAK", "IRN")
        .responds("claim", Position.CONFIRMS)
        .get()
        .toBuilder()
        .body("hidden body")
        .build();
  }

  private static UpdateFixture secret() {
    return update("secret")
        .mode(Mode.CLOSES)
        .headline("hidden headline")
        .thread("border", Effect.BEGINS, "hidden terms");
  }

  /** As a careless desk sends it: with all that it kills still in it. */
  private static UpdateFixture kill(int version) {
    return secret()
        .version(version)
        .status(PubStatus.CANCELED)
        .edNote("a parody")
        .issued("2024-01-17T00:00:00Z");
  }
}
