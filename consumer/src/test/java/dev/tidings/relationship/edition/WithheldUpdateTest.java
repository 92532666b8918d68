package dev.tidings.relationship.edition;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.relationship.Histories.asOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.summary.Summary;
import dev.tidings.summary.Withdrawal;
import dev.tidings.update.PubStatus;
import org.junit.jupiter.api.Test;

/** A desk holds an update back, for now. */
class WithheldUpdateTest {

  @Test
  void countsForNothing() {
    Summary summary = asOf("2024-02-01", visit(), visit().version(2).status(PubStatus.WITHHELD));

    assertThat(summary.recent()).isEmpty();
    assertThat(summary.climate().updates()).isZero();
    assertThat(summary.withdrawn())
        .extracting(Withdrawal::pubStatus)
        .containsExactly(PubStatus.WITHHELD);
  }

  @Test
  void countsAgainWhenItIsReleased() {
    Summary summary =
        asOf(
            "2024-02-01",
            visit(),
            visit().version(2).status(PubStatus.WITHHELD),
            visit().version(3));

    assertThat(summary.recent()).hasSize(1);
    assertThat(summary.recent().get(0).version()).isEqualTo(3);
    assertThat(summary.withdrawn()).isEmpty();
  }

  @Test
  void isNotListedWhenItWasNeverUsable() {
    Summary summary = asOf("2024-02-01", visit().status(PubStatus.WITHHELD));

    assertThat(summary.withdrawn()).isEmpty();
    assertThat(summary.recent()).isEmpty();
  }

  private static UpdateFixture visit() {
    return update("visit");
  }
}
