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
import dev.tidings.update.Mode;
import dev.tidings.update.PubStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What readers are told when an embargo ends. */
class ReleaseNewsTest {

  private final NewsDesk desk = new NewsDesk();

  @Test
  void isARelease() {
    desk.publish(embargoed());

    List<Notification> told = desk.publish(desk.due());

    assertThat(reasons(told)).containsExactly(Reason.RELEASE);
    assertThat(told.get(0).headline()).isEqualTo("headline of strike");
    assertThat(told.get(0).urgency()).isEqualTo(2);
    assertThat(told.get(0).occurred()).hasToString("2024-01-16");
    assertThat(told.get(0).issued()).isEqualTo(Instant.parse("2024-01-17T12:00:00Z"));
    assertThat(told.get(0).update().uri()).isEqualTo(uri("strike"));
    assertThat(told.get(0).changes())
        .contains(new Change("latest/incident", null, uri("strike") + "#1"));
  }

  @Test
  void isToldUnderTheSameIdWhoeverSaysThatItIsOver() {
    NewsDesk other = new NewsDesk();
    desk.publish(embargoed());
    other.publish(embargoed());
    List<Notification> byTheWorker = desk.publish(desk.due());

    List<Notification> byAnother = other.publish(update("later").occurred("2024-01-18"));

    assertThat(reasons(byAnother)).containsExactly(Reason.UPDATE, Reason.RELEASE);
    assertThat(byAnother.get(1).id()).isEqualTo(byTheWorker.get(0).id());
  }

  @Test
  void isAReleaseTooWhenAnotherSourcePublishesItAfterwards() {
    desk.publish(embargoed());

    List<Notification> told = desk.publish(embargoed().by("irna").issued("2024-01-18T00:00:00Z"));

    assertThat(reasons(told)).containsExactly(Reason.RELEASE);
  }

  @Test
  void isToldOnce() {
    desk.publish(embargoed());
    desk.publish(desk.due());

    List<Notification> told = desk.publish(embargoed().issued("2024-01-18T00:00:00Z"));

    assertThat(told).isEmpty();
  }

  @Test
  void isAnUpdateWhenTheEmbargoWasOverAtItsPublication() {
    List<Notification> told = desk.publish(embargoed().issued("2024-01-18T00:00:00Z"));

    assertThat(reasons(told)).containsExactly(Reason.UPDATE);
  }

  @Test
  void isNothingOfAnUpdateThatWasKilledMeanwhile() {
    desk.publish(update("visit"));
    desk.publish(embargoed().headline("hidden"));
    List<Notification> killed =
        desk.publish(
            embargoed()
                .headline("hidden")
                .version(2)
                .status(PubStatus.CANCELED)
                .issued("2024-01-17T00:00:00Z")
                .embargoedUntil("2024-01-17T00:00:00Z"));

    List<Notification> later = desk.publish(update("later").occurred("2024-01-18"));

    assertThat(killed).isEmpty();
    assertThat(reasons(later)).containsExactly(Reason.UPDATE);
    assertThat(json(later)).doesNotContain("hidden");
  }

  @Test
  void isNothingOfAnEditionThatACorrectionHasOvertaken() {
    desk.publish(embargoed());
    List<Notification> corrected =
        desk.publish(update("strike").mode(Mode.STRIKE).version(2).issued("2024-01-17T00:00:00Z"));

    List<Notification> later = desk.publish(update("later").occurred("2024-01-18"));

    assertThat(reasons(corrected)).containsExactly(Reason.UPDATE);
    assertThat(reasons(later)).containsExactly(Reason.UPDATE);
  }

  @Test
  void isACorrectionWhenItIsOneThatWasHeldBack() {
    desk.publish(update("strike").mode(Mode.STRIKE));
    desk.publish(embargoed().version(2));

    List<Notification> told = desk.publish(desk.due());

    assertThat(reasons(told)).containsExactly(Reason.CORRECTION);
  }

  private static UpdateFixture embargoed() {
    return update("strike").mode(Mode.STRIKE).embargoedUntil("2024-01-17T12:00:00Z");
  }
}
