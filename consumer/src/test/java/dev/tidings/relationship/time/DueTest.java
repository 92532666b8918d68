package dev.tidings.relationship.time;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.fixture.UpdateFixture.uri;
import static dev.tidings.relationship.Histories.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.relationship.RelationshipState;
import dev.tidings.relationship.edition.Transition;
import dev.tidings.summary.StandingThread;
import dev.tidings.summary.Summary;
import dev.tidings.summary.ThreadState;
import dev.tidings.update.Effect;
import dev.tidings.update.Position;
import dev.tidings.update.PubStatus;
import dev.tidings.update.RelationshipUpdate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What time alone will change next, and the record that says so. */
class DueTest {

  @Test
  void isNothingWhereNothingIsHeldBackAndNothingEnds() {
    RelationshipState state =
        state(update("a"), update("b").threadUntil("border", Effect.BEGINS, "2024/.."));

    assertThat(state.nextDue()).isEmpty();
  }

  @Test
  void isTheEmbargoedEditionOnceMoreAtTheEndOfItsEmbargo() {
    RelationshipState state = state(embargoed(1).by("irna"));

    Optional<RelationshipUpdate> due = state.nextDue();

    assertThat(due)
        .contains(embargoed(1).get().republished(Instant.parse("2024-01-17T12:00:00Z"), List.of()));
  }

  @Test
  void endsTheEmbargoInTheLog() {
    RelationshipState state = state(embargoed(1));

    state.add(state.nextDue().orElseThrow());

    assertThat(state.summary().recent()).hasSize(1);
    assertThat(state.summary().knownAt()).isEqualTo(Instant.parse("2024-01-17T12:00:00Z"));
    assertThat(state.nextDue()).isEmpty();
  }

  @Test
  void changesNothingTheSecondTime() {
    RelationshipState state = state(embargoed(1));
    RelationshipUpdate due = state.nextDue().orElseThrow();
    state.add(due);

    List<Transition> again = state.add(due);

    assertThat(again).isEmpty();
  }

  @Test
  void isTheEarliestOfAll() {
    RelationshipState state =
        state(
            embargoed(1),
            update("soon").embargoedUntil("2024-01-17T11:59:59Z"),
            update("lapsing").threadUntil("border", Effect.BEGINS, "2024-01-17"));

    assertThat(state.nextDue().orElseThrow().uri()).isEqualTo(uri("soon"));
  }

  @Test
  void isOneRecordForAllThatEndsAtOneInstant() {
    RelationshipState state =
        state(embargoed(1), update("other").embargoedUntil("2024-01-17T12:00:00Z"));

    state.add(state.nextDue().orElseThrow());

    assertThat(state.summary().recent()).hasSize(2);
    assertThat(state.nextDue()).isEmpty();
  }

  @Test
  void namesTheFirstUriOfThoseThatEndAtOneInstantWhicheverWasIssuedFirst() {
    RelationshipState state =
        state(
            embargoed(1),
            update("a").issued("2024-01-16T09:00:00Z").embargoedUntil("2024-01-17T12:00:00Z"));

    assertThat(state.nextDue().orElseThrow().uri()).isEqualTo(uri("a"));
  }

  @Test
  void isTheSameWhateverCameFirst() {
    RelationshipState one = state(embargoed(1), embargoed(1).headline("other"));
    RelationshipState other = state(embargoed(1).headline("other"), embargoed(1));

    assertThat(one.nextDue()).isEqualTo(other.nextDue());
  }

  @Test
  void isNothingWhenALaterRecordHasPassedTheEndOfTheEmbargo() {
    RelationshipState state = state(embargoed(1), update("later").occurred("2024-01-18"));

    assertThat(state.nextDue()).isEmpty();
  }

  @Test
  void isNothingOfAnEditionThatAHigherOneHasOvertaken() {
    RelationshipState state =
        state(embargoed(1), update("plan").version(2).issued("2024-01-17T00:00:00Z"));

    assertThat(state.nextDue()).isEmpty();
  }

  @Test
  void isNothingOfAnEditionThatWasKilledBeforeItCouldBeSeen() {
    RelationshipState state =
        state(
            embargoed(1),
            update("plan").version(2).status(PubStatus.CANCELED).issued("2024-01-17T00:00:00Z"));

    assertThat(state.nextDue()).isEmpty();
    assertThat(state.isKnown()).isTrue();
    assertThat(state.summary().withdrawn()).isEmpty();
  }

  @Test
  void isTheEndOfTheLaterEmbargoWhenACorrectionIsHeldBackToo() {
    RelationshipState state =
        state(embargoed(1), embargoed(2).embargoedUntil("2024-01-18T12:00:00Z"));
    state.add(state.nextDue().orElseThrow());

    RelationshipUpdate due = state.nextDue().orElseThrow();

    assertThat(due.version()).isEqualTo(2);
    assertThat(due.versionCreated()).isEqualTo(Instant.parse("2024-01-18T12:00:00Z"));
  }

  @Test
  void isTheStartOfTheDayAfterTheLastOnWhichAThreadHolds() {
    RelationshipState state =
        state(update("a").threadUntil("border", Effect.BEGINS, "2024-02").by("irna"));

    RelationshipUpdate due = state.nextDue().orElseThrow();

    assertThat(due)
        .isEqualTo(
            update("a")
                .threadUntil("border", Effect.BEGINS, "2024-02")
                .issued("2024-03-01T00:00:00Z")
                .get());
  }

  @Test
  void makesTheThreadLapsedInTheLog() {
    RelationshipState state = state(update("a").threadUntil("border", Effect.BEGINS, "2024-02"));

    state.add(state.nextDue().orElseThrow());

    Summary summary = state.summary();
    assertThat(summary.asOf()).isEqualTo("2024-03-01");
    assertThat(summary.inForce()).isEmpty();
    assertThat(summary.ended())
        .extracting(StandingThread::state)
        .containsExactly(ThreadState.LAPSED);
    assertThat(state.nextDue()).isEmpty();
  }

  @Test
  void isTheUpdateThatMovedTheThreadLast() {
    RelationshipState state =
        state(
            update("a").threadUntil("border", Effect.BEGINS, "2024-02"),
            update("b").occurred("2024-01-20").thread("border", Effect.SUSPENDS));

    assertThat(state.nextDue().orElseThrow().uri()).isEqualTo(uri("b"));
  }

  @Test
  void isLaterWhenTheThreadIsExtended() {
    RelationshipState state =
        state(
            update("a").threadUntil("border", Effect.BEGINS, "2024-02"),
            update("b").occurred("2024-01-20").threadUntil("border", Effect.CHANGES, "2024-03"));

    assertThat(state.nextDue().orElseThrow().versionCreated())
        .isEqualTo(Instant.parse("2024-04-01T00:00:00Z"));
  }

  @Test
  void isNothingWhenTheThreadHasLapsedOrEnded() {
    RelationshipState state =
        state(
            update("a").threadUntil("border", Effect.BEGINS, "1979"),
            update("b").threadUntil("sanctions", Effect.BEGINS, "2024-02"),
            update("c").occurred("2024-01-20").thread("sanctions", Effect.ENDS));

    assertThat(state.nextDue()).isEmpty();
  }

  @Test
  void isNothingOfAThreadThatWasWithdrawn() {
    RelationshipState state =
        state(
            update("a").threadUntil("border", Effect.BEGINS, "2024-02"),
            update("a").version(2).status(PubStatus.CANCELED).issued("2024-01-17T00:00:00Z"));

    assertThat(state.nextDue()).isEmpty();
  }

  @Test
  void isThereForAClaimThatIsConfirmed() {
    RelationshipState state =
        state(
            update("a").threadUntil("border", Effect.BEGINS, "2024-02").claimedBy("IRN"),
            update("b").visit("PAK", "IRN").responds("a", Position.CONFIRMS));

    assertThat(state.nextDue().orElseThrow().uri()).isEqualTo(uri("a"));
  }

  private static UpdateFixture embargoed(int version) {
    return update("plan")
        .version(version)
        .occurred("2024-01-15")
        .issued("2024-01-16T08:00:00Z")
        .embargoedUntil("2024-01-17T12:00:00Z");
  }
}
