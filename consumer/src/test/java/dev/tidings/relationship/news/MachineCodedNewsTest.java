package dev.tidings.relationship.news;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.relationship.news.NewsDesk.lastOf;
import static dev.tidings.relationship.news.NewsDesk.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.notification.Notification;
import dev.tidings.notification.Reason;
import dev.tidings.relationship.RandomHistories;
import dev.tidings.update.Mode;
import dev.tidings.update.PubStatus;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.Standing;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What readers are told of a report that software made, and that nobody has read. */
class MachineCodedNewsTest {

  private static final int HISTORIES = 1_000;

  private static final Set<Reason> OF_THE_UPDATE_ITSELF =
      EnumSet.of(
          Reason.UPDATE,
          Reason.CORRECTION,
          Reason.KILL,
          Reason.WITHHELD,
          Reason.RELEASE,
          Reason.CORROBORATED,
          Reason.CONFLICT);

  @Test
  void ofOneSourceWakesNobody() {
    List<Notification> told = lastOf(strike().codedFrom("a"));

    assertThat(reasons(told)).containsExactly(Reason.UPDATE);
    assertThat(told.get(0).wakesNobody()).isTrue();
  }

  @Test
  void ofTwoSourcesOfOneFamilyWakesNobody() {
    assertThat(lastOf(strike().codedFrom("a", "A")).get(0).wakesNobody()).isTrue();
  }

  @Test
  void ofTwoFamiliesHasTheUrgencyOfItsMode() {
    assertThat(lastOf(strike().codedFrom("a", "b")).get(0).urgency()).isEqualTo(2);
  }

  @Test
  void ofASecondFamilyIsThatItIsCorroborated() {
    List<Notification> told = lastOf(strike().codedFrom("a"), strike().codedFrom("b"));

    assertThat(reasons(told)).containsExactly(Reason.CORROBORATED);
    assertThat(told.get(0).urgency()).isEqualTo(2);
    assertThat(told.get(0).headline()).isEqualTo("Another source reports: headline of strike");
    assertThat(told.get(0).update().version()).isEqualTo(1);
  }

  @Test
  void isCorroboratedByASourceThatSomebodyHasRead() {
    List<Notification> told = lastOf(strike().codedFrom("a"), strike().reported().by("a"));

    assertThat(reasons(told)).containsExactly(Reason.CORROBORATED);
  }

  @Test
  void ofTheSameFamilyAgainIsNone() {
    assertThat(lastOf(strike().codedFrom("a"), strike().codedFrom("A"))).isEmpty();
  }

  @Test
  void isCorroboratedOnce() {
    List<Notification> told =
        lastOf(strike().codedFrom("a"), strike().codedFrom("b"), strike().codedFrom("c"));

    assertThat(told).isEmpty();
  }

  @Test
  void isCorroboratedUnderTheSameIdWhoeverReportsIt() {
    String id = lastOf(strike().codedFrom("a"), strike().codedFrom("b")).get(0).id();

    UpdateFixture later = strike().reported().by("c").issued("2024-01-18T00:00:00Z");

    assertThat(lastOf(strike().codedFrom("a"), later).get(0).id()).isEqualTo(id);
  }

  @Test
  void isCorroboratedAgainWhenItIsCorrected() {
    NewsDesk desk = new NewsDesk();
    desk.publish(strike().codedFrom("a"));
    Notification first = desk.publish(strike().codedFrom("b")).get(0);

    Notification corrected = desk.publish(strike().version(2).codedFrom("a")).get(0);
    Notification second = desk.publish(strike().version(2).codedFrom("b")).get(0);

    assertThat(corrected.reason()).isEqualTo(Reason.CORRECTION);
    assertThat(corrected.wakesNobody()).isTrue();
    assertThat(second.reason()).isEqualTo(Reason.CORROBORATED);
    assertThat(second.id()).isNotEqualTo(first.id());
  }

  @Test
  void hasTheUrgencyThatItStatesAndIsNotToldAgain() {
    NewsDesk desk = new NewsDesk();

    List<Notification> told = desk.publish(stating(strike().codedFrom("a"), 3));

    assertThat(told.get(0).urgency()).isEqualTo(3);
    assertThat(desk.publish(stating(strike().codedFrom("b"), 3))).isEmpty();
  }

  @Test
  void hasTheUrgencyOfItsModeWhenADeskHasConfirmedIt() {
    RelationshipUpdate confirmed =
        strike().codedFrom("a").get().toBuilder().standing(Standing.CONFIRMED).build();

    assertThat(new NewsDesk().publish(confirmed).get(0).urgency()).isEqualTo(2);
  }

  @Test
  void hasTheUrgencyOfItsModeWhenNoSourceIsNamedOrSomebodyHasReadOne() {
    assertThat(lastOf(strike().reported()).get(0).urgency()).isEqualTo(2);
    assertThat(lastOf(strike().reported().by("a")).get(0).urgency()).isEqualTo(2);
  }

  @Test
  void isNotCorroboratedWhenItIsLongPastByThen() {
    NewsDesk desk = new NewsDesk().at("2024-01-20T00:00:00Z");
    desk.publish(strike().codedFrom("a"));

    assertThat(desk.at("2024-03-01T00:00:00Z").publish(strike().codedFrom("b"))).isEmpty();
  }

  @Test
  void isReleasedAndCorroboratedLikeAnyOther() {
    NewsDesk desk = new NewsDesk();
    desk.publish(strike().codedFrom("a").embargoedUntil("2024-01-17T12:00:00Z"));

    List<Notification> released = desk.publish(desk.due());
    List<Notification> told =
        desk.publish(
            strike()
                .codedFrom("b")
                .embargoedUntil("2024-01-17T12:00:00Z")
                .issued("2024-01-18T00:00:00Z"));

    assertThat(reasons(released)).containsExactly(Reason.RELEASE);
    assertThat(released.get(0).wakesNobody()).isTrue();
    assertThat(reasons(told)).containsExactly(Reason.CORROBORATED);
  }

  @Test
  void isKilledWithoutWakingAnybody() {
    UpdateFixture kill = strike().version(2).status(PubStatus.CANCELED);

    List<Notification> ofWhatWokeNobody = lastOf(strike().codedFrom("a"), kill);
    List<Notification> ofWhatWasCorroborated = lastOf(strike().codedFrom("a", "b"), kill);

    assertThat(reasons(ofWhatWokeNobody)).containsExactly(Reason.KILL);
    assertThat(ofWhatWokeNobody.get(0).wakesNobody()).isTrue();
    assertThat(ofWhatWasCorroborated.get(0).urgency()).isEqualTo(2);
  }

  @Test
  void ofAnyHistoryIsCorroboratedOnceAndOnlyAfterItWokeNobody() {
    RandomHistories random = new RandomHistories(1_971);
    int corroborated = 0;
    for (int i = 0; i < HISTORIES; i++) {
      NewsDesk desk = new NewsDesk();
      Map<String, Notification> lastOfEach = new HashMap<>();
      Set<String> ids = new HashSet<>();
      for (RelationshipUpdate update : sourced(random.next(4, 14))) {
        for (Notification told : desk.publish(update)) {
          if (OF_THE_UPDATE_ITSELF.contains(told.reason())) {
            Notification before = lastOfEach.put(told.update().uri(), told);
            corroborated += told.reason() == Reason.CORROBORATED ? 1 : 0;
            assertThat(told.reason() != Reason.CORROBORATED || follows(told, before))
                .as("%s, after %s", told, before)
                .isTrue();
            assertThat(told.reason() != Reason.CORROBORATED || ids.add(told.id())).isTrue();
          }
        }
      }
    }
    assertThat(corroborated).isGreaterThan(HISTORIES / 100);
  }

  /** What names no source is nothing that software made. */
  private static List<RelationshipUpdate> sourced(List<RelationshipUpdate> history) {
    return history.stream().filter(update -> !update.sources().isEmpty()).toList();
  }

  private static boolean follows(Notification corroborated, @Nullable Notification before) {
    return !corroborated.wakesNobody()
        && before != null
        && before.wakesNobody()
        && before.update().version() == corroborated.update().version();
  }

  private static UpdateFixture strike() {
    return update("strike").mode(Mode.STRIKE);
  }

  private static RelationshipUpdate stating(UpdateFixture update, int urgency) {
    return update.get().toBuilder().urgency(urgency).build();
  }
}
