package dev.tidings.relationship.edition;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.fixture.UpdateFixture.uri;
import static dev.tidings.relationship.Histories.asOf;
import static dev.tidings.relationship.Histories.json;
import static dev.tidings.relationship.Histories.knownAt;
import static dev.tidings.relationship.Histories.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.relationship.RelationshipState;
import dev.tidings.summary.Summary;
import dev.tidings.summary.Withdrawal;
import dev.tidings.update.Effect;
import dev.tidings.update.Kind;
import dev.tidings.update.Mode;
import dev.tidings.update.PubStatus;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A desk takes an update back for good. */
class KillTest {

  @Test
  void leavesNothingButTheAccountOfIt() {
    Summary summary = asOf("2024-02-01", rumour(), kill());

    assertThat(summary.withdrawn())
        .containsExactly(
            new Withdrawal(
                uri("rumour"),
                2,
                PubStatus.CANCELED,
                Instant.parse("2024-01-17T09:00:00Z"),
                "a parody"));
    assertThat(summary.counts()).isEmpty();
    assertThat(summary.recent()).isEmpty();
    assertThat(summary.latest()).isEmpty();
    assertThat(summary.inForce()).isEmpty();
    assertThat(summary.ended()).isEmpty();
    assertThat(summary.text()).isEmpty();
    assertThat(summary.climate().updates()).isZero();
    assertThat(summary.climate().isQuiet()).isTrue();
    assertThat(summary.climate().quietSince()).isNull();
    assertThat(summary.firstOccurred()).isNull();
    assertThat(summary.lastOccurred()).isNull();
    assertThat(summary.revision()).isEqualTo(2);
  }

  @Test
  void leavesNoTextAndNoUriElsewhere() {
    Summary summary =
        asOf(
            "2024-02-01",
            rumour(),
            update("order").thread("border", Effect.BEGINS, "open").occurred("2024-01-15"),
            kill());

    String json = json(summary);

    assertThat(json).doesNotContain("borders sealed").doesNotContain("sealed for good");
    assertThat(json.indexOf(uri("rumour"))).isEqualTo(json.lastIndexOf(uri("rumour")));
    assertThat(json.indexOf(uri("rumour"))).isGreaterThan(json.indexOf("\"withdrawn\""));
    assertThat(summary.inForce().get(0).terms()).isEqualTo("open");
    assertThat(summary.inForce().get(0).superseded()).isEmpty();
  }

  @Test
  void leavesNoneOfTheEarlierVersions() {
    Summary summary =
        asOf(
            "2024-02-01",
            rumour(),
            rumour().version(2).headline("borders shut"),
            kill().version(3));

    assertThat(json(summary)).doesNotContain("borders sealed").doesNotContain("borders shut");
  }

  @Test
  void standsAgainstALateVersionBelowIt() {
    Summary summary = asOf("2024-02-01", rumour(), kill().version(3), rumour().version(2));

    assertThat(summary.recent()).isEmpty();
    assertThat(summary.withdrawn()).extracting(Withdrawal::version).containsExactly(3);
  }

  @Test
  void thatOvertakesWhatItKillsStands() {
    RelationshipState inOrder = state(rumour(), kill());

    RelationshipState overtaken = state(kill(), rumour());

    assertThat(json(overtaken.summary())).isEqualTo(json(inOrder.summary()));
  }

  @Test
  void ofNothingIsNotListed() {
    Summary summary = asOf("2024-02-01", kill());

    assertThat(summary.withdrawn()).isEmpty();
    assertThat(summary.revision()).isEqualTo(1);
  }

  @Test
  void isUnknownBeforeItWasIssued() {
    Summary summary = knownAt("2024-01-17T08:59:59Z", rumour(), kill());

    assertThat(summary.recent()).hasSize(1);
    assertThat(summary.withdrawn()).isEmpty();
  }

  @Test
  void withoutANewVersionKillsAllTheSame() {
    Summary summary = asOf("2024-02-01", rumour(), kill().version(1));

    assertThat(summary.recent()).isEmpty();
    assertThat(summary.withdrawn()).extracting(Withdrawal::version).containsExactly(1);
  }

  @Test
  void isUndoneByAHigherVersion() {
    Summary summary = asOf("2024-02-01", rumour(), kill(), rumour().version(3));

    assertThat(summary.recent()).hasSize(1);
    assertThat(summary.withdrawn()).isEmpty();
  }

  @Test
  void isListedTheLatestFirstAndTenAtMost() {
    RelationshipState state = state();
    for (int i = 10; i < 25; i++) {
      state.add(update("u" + i).get());
      state.add(
          update("u" + i)
              .version(2)
              .status(PubStatus.CANCELED)
              .issued("2024-02-" + i + "T00:00:00Z")
              .get());
    }

    Summary summary = state.summary();

    assertThat(summary.withdrawn()).hasSize(10);
    assertThat(summary.withdrawn().get(0).uri()).isEqualTo(uri("u24"));
    assertThat(summary.withdrawn().get(9).uri()).isEqualTo(uri("u15"));
  }

  @Test
  void countsWhatItsKindCountsNoMore() {
    Summary summary = asOf("2024-02-01", rumour(), update("visit"), kill());

    assertThat(summary.counts()).containsOnlyKeys(Kind.VISIT);
  }

  private static UpdateFixture rumour() {
    return update("rumour")
        .mode(Mode.CLOSES)
        .headline("borders sealed")
        .thread("border", Effect.CHANGES, "sealed for good")
        .issued("2024-01-16T20:00:00Z");
  }

  private static UpdateFixture kill() {
    return rumour()
        .version(2)
        .status(PubStatus.CANCELED)
        .edNote("a parody")
        .issued("2024-01-17T09:00:00Z");
  }
}
