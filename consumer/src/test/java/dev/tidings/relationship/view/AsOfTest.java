package dev.tidings.relationship.view;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.fixture.UpdateFixture.uri;
import static dev.tidings.relationship.Histories.asOf;
import static dev.tidings.relationship.Histories.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.relationship.RelationshipState;
import dev.tidings.summary.CountedUpdate;
import dev.tidings.summary.Summary;
import dev.tidings.update.Effect;
import dev.tidings.update.Mode;
import dev.tidings.update.RelationshipUpdate;
import org.junit.jupiter.api.Test;

/** How a relationship stands on one day or another. */
class AsOfTest {

  @Test
  void leavesOutWhatIsStillToCome() {
    Summary summary = asOf("2024-04-21", arrival(), announced());

    assertThat(summary.recent()).extracting(CountedUpdate::uri).containsExactly(uri("talks"));
    assertThat(summary.climate().updates()).isEqualTo(1);
    assertThat(summary.inForce()).isEmpty();
    assertThat(summary.lastOccurred()).hasToString("2024-04-01");
  }

  @Test
  void countsAnUpdateFromItsFirstDayOn() {
    Summary summary = asOf("2024-04-22", arrival(), announced());

    assertThat(summary.recent()).hasSize(2);
    assertThat(summary.inForce()).hasSize(1);
  }

  @Test
  void countsAnImpreciseUpdateFromItsEarliestDayOn() {
    Summary summary = asOf("1960-01-01", update("sixties").occurred("196X"));

    assertThat(summary.recent()).hasSize(1);
  }

  @Test
  void beforeEverythingKnowsNothing() {
    Summary summary = asOf("1900-01-01", arrival(), announced());

    assertThat(summary.recent()).isEmpty();
    assertThat(summary.counts()).isEmpty();
    assertThat(summary.firstOccurred()).isNull();
  }

  @Test
  void isTheDayOfTheLatestIssueOnTheTopic() {
    RelationshipState state = state(arrival(), announced());

    Summary summary = state.summary();

    assertThat(summary.asOf()).isEqualTo("2024-04-02");
    assertThat(summary.recent()).hasSize(1);
  }

  @Test
  void refusesAnUpdateOfAnotherRelationship() {
    RelationshipState state = state();
    RelationshipUpdate other = update("other").visit("IRN", "IND").get();

    Throwable refused = catchThrowable(() -> state.add(other));

    assertThat(refused).hasMessage("update of IND-IRN; expected one of IRN-PAK");
  }

  @Test
  void isNotThereOfNothing() {
    RelationshipState state = state();

    Throwable refused = catchThrowable(state::summary);

    assertThat(refused).hasMessage("IRN-PAK: nothing is known yet");
  }

  private static UpdateFixture arrival() {
    return update("arrival")
        .mode(Mode.STATE_VISIT)
        .thread("visit/2024", Effect.BEGINS)
        .occurred("2024-04-22/2024-04-24")
        .issued("2024-04-02T00:00:00Z");
  }

  private static UpdateFixture announced() {
    return update("talks").occurred("2024-04-01").issued("2024-04-01T00:00:00Z");
  }
}
