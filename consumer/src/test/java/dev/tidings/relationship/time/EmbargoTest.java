package dev.tidings.relationship.time;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.relationship.Histories.knownAt;
import static dev.tidings.relationship.Histories.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.relationship.RelationshipState;
import dev.tidings.summary.CountedUpdate;
import dev.tidings.summary.Summary;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Nobody may know of an update before an instant. */
class EmbargoTest {

  @Test
  void leavesTheUpdateUnknownUntilItEnds() {
    Summary summary = knownAt("2024-01-17T11:59:59Z", embargoed());

    assertThat(summary.recent()).isEmpty();
    assertThat(summary.revision()).isZero();
  }

  @Test
  void endsAtItsInstant() {
    Summary summary = knownAt("2024-01-17T12:00:00Z", embargoed(), later());

    assertThat(summary.recent()).hasSize(1);
  }

  @Test
  void isNotEndedByTheClockOfWhoAsks() {
    Summary summary = knownAt("2024-01-19T00:00:00Z", embargoed());

    assertThat(summary.recent()).isEmpty();
    assertThat(summary.revision()).isZero();
    assertThat(summary.knownAt()).isEqualTo("2024-01-19T00:00:00Z");
  }

  @Test
  void isOverForWhoAsksOnceTheLogHasReachedItsEnd() {
    Summary summary =
        knownAt(
            "2024-01-19T00:00:00Z", embargoed(), update("other").issued("2024-01-17T12:00:00Z"));

    assertThat(summary.recent()).hasSize(2);
  }

  @Test
  void thatIsOverWhenTheUpdateIsIssuedHidesNothing() {
    Summary summary =
        knownAt("2024-01-16T08:00:00Z", embargoed().embargoedUntil("2024-01-16T07:00:00Z"));

    assertThat(summary.recent()).hasSize(1);
  }

  @Test
  void leavesNothingKnownOfARelationship() {
    RelationshipState state = state(embargoed());

    boolean known = state.isKnown();

    assertThat(known).isFalse();
  }

  @Test
  void leavesTheEarlierVersionCounting() {
    RelationshipState state =
        state(
            update("plan").occurred("2024-01-15").headline("draft").issued("2024-01-15T08:00:00Z"),
            embargoed().version(2).headline("final"));

    Summary summary = state.summary();

    assertThat(summary.recent()).extracting(CountedUpdate::headline).containsExactly("draft");
    assertThat(summary.knownAt()).isEqualTo(Instant.parse("2024-01-15T08:00:00Z"));
    assertThat(summary.revision()).isEqualTo(1);
  }

  @Test
  void endsWhenTheLogsClockHasPassedIt() {
    RelationshipState state = state(embargoed(), update("other").issued("2024-01-18T00:00:00Z"));

    Summary summary = state.summary();

    assertThat(summary.recent()).hasSize(2);
    assertThat(summary.knownAt()).isEqualTo(Instant.parse("2024-01-18T00:00:00Z"));
  }

  @Test
  void movesTheTopicsInstantToItsEnd() {
    RelationshipState state =
        state(
            embargoed(),
            update("other").issued("2024-01-18T00:00:00Z").embargoedUntil("2024-03-01T00:00:00Z"));

    Summary summary = state.summary();

    assertThat(summary.recent()).hasSize(1);
    assertThat(summary.knownAt()).isEqualTo(Instant.parse("2024-01-17T12:00:00Z"));
    assertThat(summary.asOf()).isEqualTo("2024-01-17");
  }

  private static UpdateFixture later() {
    return update("later").issued("2024-01-18T00:00:00Z");
  }

  private static UpdateFixture embargoed() {
    return update("plan")
        .occurred("2024-01-15")
        .issued("2024-01-16T08:00:00Z")
        .embargoedUntil("2024-01-17T12:00:00Z");
  }
}
