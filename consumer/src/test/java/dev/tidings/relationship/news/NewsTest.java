package dev.tidings.relationship.news;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.fixture.UpdateFixture.uri;
import static dev.tidings.relationship.news.NewsDesk.lastOf;
import static dev.tidings.relationship.news.NewsDesk.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.notification.Notification;
import dev.tidings.notification.Notification.About;
import dev.tidings.notification.Notification.Change;
import dev.tidings.notification.Reason;
import dev.tidings.party.Party;
import dev.tidings.party.Relationship;
import dev.tidings.update.Effect;
import dev.tidings.update.Kind;
import dev.tidings.update.Mode;
import dev.tidings.update.Position;
import dev.tidings.update.PubStatus;
import dev.tidings.update.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What readers are told of each update as it comes. */
class NewsTest {

  @Test
  void isWhatAnUpdateSaysAndChanges() {
    List<Notification> told =
        lastOf(update("visit"), strike(1).thread("conflict/2024-01", Effect.BEGINS, "air strikes"));

    assertThat(told).hasSize(1);
    Notification notification = told.get(0);
    assertThat(notification.id()).matches("[0-9a-f]{32}");
    assertThat(notification.reason()).isEqualTo(Reason.UPDATE);
    assertThat(notification.relationship()).hasToString("IRN-PAK");
    assertThat(notification.urgency()).isEqualTo(2);
    assertThat(notification.headline()).isEqualTo("headline of strike");
    assertThat(notification.occurred()).hasToString("2024-01-16");
    assertThat(notification.issued()).isEqualTo(Instant.parse("2024-01-16T23:59:59Z"));
    assertThat(notification.revision()).isEqualTo(2);
    assertThat(notification.update())
        .isEqualTo(
            new About(
                uri("strike"),
                1,
                Kind.INCIDENT,
                Mode.STRIKE,
                new Party("IRN"),
                new Party("PAK"),
                Standing.CONFIRMED));
    assertThat(notification.changes())
        .containsExactly(
            new Change("climate/quietSince", "2024-01-16", null),
            new Change("climate/score", null, "-1.18"),
            new Change("counts/incident", null, "1"),
            new Change(
                "headline",
                "Iran and Pakistan: only one update, in January 2024",
                "Iran and Pakistan: conflict of 2024-01 in force, strained"),
            new Change("inForce/conflict/2024-01", null, "in-force since 2024-01-16: air strikes"),
            new Change("latest/incident", null, uri("strike") + "#1"));
  }

  @Test
  void ofTheFirstUpdateTellsAllOfTheSummary() {
    List<Notification> told = lastOf(update("visit"));

    assertThat(told.get(0).changes())
        .extracting(Change::path)
        .containsExactly("climate/quietSince", "counts/visit", "headline", "latest/visit");
    assertThat(told.get(0).changes()).allSatisfy(c -> assertThat(c.before()).isNull());
  }

  @Test
  void isNoneOfADuplicate() {
    List<Notification> told = lastOf(strike(1), strike(1));

    assertThat(told).isEmpty();
  }

  @Test
  void isNoneOfAMirrorReport() {
    List<Notification> told =
        lastOf(strike(1).by("irna"), strike(1).by("dawn").issued("2024-01-18T00:00:00Z"));

    assertThat(told).isEmpty();
  }

  @Test
  void isNoneOfALateLowerVersion() {
    List<Notification> told = lastOf(strike(2), strike(1));

    assertThat(told).isEmpty();
  }

  @Test
  void isNoneOfAConflictBelowTheVersionThatCounts() {
    List<Notification> told = lastOf(strike(1), strike(2), strike(1).headline("other"));

    assertThat(told).isEmpty();
  }

  @Test
  void isNoneOfWhatIsUnderEmbargo() {
    List<Notification> told =
        lastOf(update("visit"), strike(1).embargoedUntil("2024-03-01T00:00:00Z"));

    assertThat(told).isEmpty();
  }

  @Test
  void isNoneOfAnUpdateThatIsWithheldFromTheStart() {
    List<Notification> told = lastOf(update("visit"), strike(1).status(PubStatus.WITHHELD));

    assertThat(told).isEmpty();
  }

  @Test
  void ofAHigherVersionIsACorrection() {
    List<Notification> told = lastOf(strike(1), strike(2).mode(Mode.CLASH));

    assertThat(reasons(told)).containsExactly(Reason.CORRECTION);
    assertThat(told.get(0).headline()).isEqualTo("Correction: headline of strike");
    assertThat(told.get(0).update().version()).isEqualTo(2);
    assertThat(told.get(0).update().mode()).isEqualTo(Mode.CLASH);
    assertThat(told.get(0).changes())
        .contains(new Change("latest/incident", uri("strike") + "#1", uri("strike") + "#2"));
  }

  @Test
  void ofAKindThatIsCorrectedTellsWhatIsThereNoMore() {
    List<Notification> told = lastOf(strike(1), strike(2).mode(Mode.PROTEST));

    assertThat(told.get(0).changes())
        .contains(
            new Change("counts/incident", "1", null),
            new Change("counts/statement", null, "1"),
            new Change("latest/incident", uri("strike") + "#1", null));
  }

  @Test
  void ofAnUpdateThatIsHeldBackIsThatItIsWithheld() {
    List<Notification> told = lastOf(strike(1), strike(2).status(PubStatus.WITHHELD));

    assertThat(reasons(told)).containsExactly(Reason.WITHHELD);
    assertThat(told.get(0).headline())
        .isEqualTo("Withheld for now: an update on Iran and Pakistan, 16 January 2024");
  }

  @Test
  void ofAWithheldUpdateThatMayBeUsedIsARelease() {
    List<Notification> told = lastOf(strike(1), strike(2).status(PubStatus.WITHHELD), strike(3));

    assertThat(reasons(told)).containsExactly(Reason.RELEASE);
    assertThat(told.get(0).headline()).isEqualTo("headline of strike");
  }

  @Test
  void ofAnUpdateThatWasWithheldFromTheStartIsAnUpdate() {
    List<Notification> told = lastOf(strike(1).status(PubStatus.WITHHELD), strike(2));

    assertThat(reasons(told)).containsExactly(Reason.UPDATE);
  }

  @Test
  void ofAnEmbargoThatEndedIsARelease() {
    List<Notification> told =
        lastOf(
            strike(1).embargoedUntil("2024-01-17T12:00:00Z"),
            update("later").occurred("2024-01-18"));

    assertThat(reasons(told)).containsExactly(Reason.UPDATE, Reason.RELEASE);
    assertThat(told.get(1).update().uri()).isEqualTo(uri("strike"));
    assertThat(told.get(1).headline()).isEqualTo("headline of strike");
    assertThat(told.get(1).occurred()).hasToString("2024-01-16");
    assertThat(told.get(1).issued()).isEqualTo(Instant.parse("2024-01-18T23:59:59Z"));
  }

  @Test
  void ofACorrectionWhoseEmbargoEndedIsACorrection() {
    List<Notification> told =
        lastOf(
            strike(1),
            strike(2).embargoedUntil("2024-01-17T12:00:00Z"),
            update("later").occurred("2024-01-18"));

    assertThat(reasons(told)).containsExactly(Reason.UPDATE, Reason.CORRECTION);
  }

  @Test
  void ofOneVersionWithAnotherContentIsAConflict() {
    List<Notification> told =
        lastOf(strike(1), strike(1).headline("other").issued("2024-01-17T00:00:00Z"));

    assertThat(reasons(told)).containsExactly(Reason.CONFLICT);
    assertThat(told.get(0).headline()).isEqualTo("Published with different contents: other");
  }

  @Test
  void ofAContentThatLosesIsAConflictToo() {
    List<Notification> told =
        lastOf(strike(1), strike(1).headline("other").issued("2024-01-15T00:00:00Z"));

    assertThat(reasons(told)).containsExactly(Reason.CONFLICT);
    assertThat(told.get(0).headline())
        .isEqualTo("Published with different contents: headline of strike");
  }

  @Test
  void ofAClashThatAnEmbargoHidIsAConflict() {
    List<Notification> told =
        lastOf(
            strike(1),
            strike(1)
                .headline("other")
                .issued("2024-01-17T00:00:00Z")
                .embargoedUntil("2024-01-17T12:00:00Z"),
            update("later").occurred("2024-01-18"));

    assertThat(reasons(told)).containsExactly(Reason.UPDATE, Reason.CONFLICT);
    assertThat(told.get(1).headline()).isEqualTo("Published with different contents: other");
  }

  @Test
  void ofAClashThatARepublicationTurnsIsAConflict() {
    List<Notification> told =
        lastOf(
            strike(1).issued("2024-01-16T08:00:00Z"),
            strike(1).headline("other").issued("2024-01-16T09:00:00Z"),
            strike(1).headline("other").issued("2024-01-16T07:00:00Z"));

    assertThat(reasons(told)).containsExactly(Reason.CONFLICT);
    assertThat(told.get(0).headline())
        .isEqualTo("Published with different contents: headline of strike");
  }

  @Test
  void ofAnotherSourceOfAContestedUpdateIsNone() {
    List<Notification> told =
        lastOf(
            strike(1).issued("2024-01-16T08:00:00Z"),
            strike(1).headline("other").issued("2024-01-16T09:00:00Z"),
            strike(1).headline("other").issued("2024-01-16T09:00:00Z").by("dawn"));

    assertThat(told).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CONFIRMS, CLAIM_CONFIRMED, Confirmed: a bomb",
    "DENIES, CLAIM_DENIED, Denied: a bomb"
  })
  void ofAnAnswerIsWhatBecameOfTheClaim(Position position, Reason reason, String headline) {
    List<Notification> told = lastOf(claim(), answer("answer", "PAK", position));

    assertThat(reasons(told)).containsExactly(Reason.UPDATE, reason);
    Notification outcome = told.get(1);
    assertThat(outcome.headline()).isEqualTo(headline);
    assertThat(outcome.update().uri()).isEqualTo(uri("claim"));
    assertThat(outcome.update().standing()).isEqualTo(Standing.CLAIMED);
    assertThat(outcome.occurred()).hasToString("2024-01-16");
    assertThat(outcome.issued()).isEqualTo(Instant.parse("2024-01-19T23:59:59Z"));
    assertThat(outcome.urgency()).isEqualTo(7);
  }

  @Test
  void ofADisagreementIsThatTheClaimIsDisputed() {
    List<Notification> told =
        lastOf(
            claim(), answer("no", "PAK", Position.DENIES), answer("yes", "PAK", Position.CONFIRMS));

    assertThat(reasons(told)).containsExactly(Reason.UPDATE, Reason.CLAIM_DISPUTED);
    assertThat(told.get(1).headline()).isEqualTo("Disputed: a bomb");
    assertThat(told.get(1).changes())
        .contains(new Change("claims/" + uri("claim"), "denied", "disputed"));
  }

  @Test
  void ofAClaimTakenBackIsThatItIsRetracted() {
    List<Notification> told = lastOf(claim(), answer("back", "IRN", Position.RETRACTS));

    assertThat(reasons(told)).containsExactly(Reason.UPDATE, Reason.CLAIM_RETRACTED);
    assertThat(told.get(1).headline()).isEqualTo("Taken back: a bomb");
  }

  @Test
  void ofAClaimThatTheDeskConfirmsIsACorrectionThatConfirms() {
    List<Notification> told =
        lastOf(
            claim(),
            update("claim").version(2).mode(Mode.THREAT).headline("a bomb").occurred("2024-01-16"));

    assertThat(reasons(told)).containsExactly(Reason.CORRECTION, Reason.CLAIM_CONFIRMED);
  }

  @Test
  void ofAClaimThatWasAnsweredBeforeItCameIsItsOutcome() {
    List<Notification> told = lastOf(answer("no", "PAK", Position.DENIES), claim());

    assertThat(reasons(told)).containsExactly(Reason.UPDATE, Reason.CLAIM_DENIED);
  }

  @Test
  void ofAnAnswerThatSettlesNothingIsTheAnswerAlone() {
    List<Notification> told = lastOf(claim(), answer("own", "IRN", Position.CONFIRMS));

    assertThat(reasons(told)).containsExactly(Reason.UPDATE);
  }

  @Test
  void ofAClaimIsTheClaimAlone() {
    List<Notification> told = lastOf(claim());

    assertThat(reasons(told)).containsExactly(Reason.UPDATE);
  }

  /** More than 30 days between the latest day on which it can have begun and its publication. */
  @ParameterizedTest
  @CsvSource({
    "1950-03, 9",
    "2023-12-20, 9",
    "2023-12-21, 5",
    "2023-12, 5",
    "2023-11, 9",
    "2023-12-20/.., 9",
    "2023-12-20/2024-03-01, 9",
    "1979/.., 9",
    "2023, 5",
    "202X, 5",
    "2024-01-20, 5",
    "2024-05-01, 5"
  })
  void ofWhatIsLongPastIsBackground(String occurred, int urgency) {
    NewsDesk desk = new NewsDesk().at("2024-01-20T00:00:00Z");

    List<Notification> told =
        desk.publish(update("visit").occurred(occurred).issued("2024-01-19T00:00:00Z"));

    assertThat(told.get(0).urgency()).isEqualTo(urgency);
  }

  @Test
  void hasTheUrgencyThatTheUpdateStates() {
    NewsDesk desk = new NewsDesk();

    List<Notification> told = desk.publish(strike(1).get().toBuilder().urgency(1).build());

    assertThat(told.get(0).urgency()).isEqualTo(1);
  }

  @Test
  void isToldUnderTheSameIdWhenItIsFoldedAgain() {
    UpdateFixture[] history = {
      claim(), answer("no", "PAK", Position.DENIES), answer("yes", "PAK", Position.CONFIRMS)
    };
    List<Notification> once = lastOf(history);

    List<Notification> again = lastOf(history);

    assertThat(again).isEqualTo(once);
  }

  @Test
  void hasAnIdOfItsOwnForEachChange() {
    NewsDesk desk = new NewsDesk();
    NewsDesk elsewhere = new NewsDesk(Relationship.parse("IRN-IND"));
    List<Notification> told = new ArrayList<>();

    told.addAll(desk.publish(strike(1)));
    told.addAll(elsewhere.publish(update("strike").mode(Mode.STRIKE, "IRN", "IND")));
    told.addAll(desk.publish(update("other")));
    told.addAll(desk.publish(strike(1).headline("other")));
    told.addAll(desk.publish(strike(1).headline("yet another")));
    told.addAll(desk.publish(strike(2)));
    told.addAll(desk.publish(strike(3).status(PubStatus.WITHHELD)));
    told.addAll(desk.publish(strike(4).status(PubStatus.CANCELED)));
    told.addAll(desk.publish(strike(5)));
    told.addAll(desk.publish(claim()));
    told.addAll(desk.publish(answer("yes", "PAK", Position.CONFIRMS)));
    told.addAll(desk.publish(answer("no", "PAK", Position.DENIES)));
    told.addAll(desk.publish(answer("back", "IRN", Position.RETRACTS)));

    Set<String> ids = new HashSet<>(told.stream().map(Notification::id).toList());
    assertThat(told).hasSize(16);
    assertThat(ids).hasSize(16);
  }

  private static UpdateFixture strike(int version) {
    return update("strike").mode(Mode.STRIKE).version(version);
  }

  private static UpdateFixture claim() {
    return update("claim").mode(Mode.THREAT).headline("a bomb").claimedBy("IRN");
  }

  private static UpdateFixture answer(String name, String by, Position position) {
    return update(name)
        .mode(Mode.COMMENT, by, by.equals("PAK") ? "IRN" : "PAK")
        .occurred("2024-01-19")
        .responds("claim", position);
  }
}
