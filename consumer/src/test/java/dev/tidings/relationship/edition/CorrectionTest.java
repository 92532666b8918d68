package dev.tidings.relationship.edition;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.relationship.Histories.asOf;
import static dev.tidings.relationship.Histories.json;
import static dev.tidings.relationship.Histories.knownAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.summary.Summary;
import dev.tidings.summary.ThreadState;
import dev.tidings.update.Effect;
import dev.tidings.update.Kind;
import dev.tidings.update.Mode;
import org.junit.jupiter.api.Test;

/** A higher version says something else. */
class CorrectionTest {

  @Test
  void takesThePlaceOfWhatItCorrects() {
    Summary summary = asOf("2024-02-01", talks(), signature());

    assertThat(summary.counts()).containsOnlyKeys(Kind.AGREEMENT);
    assertThat(summary.latest()).containsOnlyKeys(Kind.AGREEMENT);
    assertThat(summary.recent()).hasSize(1);
    assertThat(summary.firstOccurred()).hasToString("2024-01-20");
    assertThat(summary.climate().updates()).isEqualTo(1);
    assertThat(summary.revision()).isEqualTo(2);
  }

  @Test
  void movesItsThreadInPlaceOfWhatItCorrects() {
    Summary summary =
        asOf(
            "2024-02-01",
            talks().thread("agreement/gas", Effect.BEGINS, "as of May"),
            signature().thread("agreement/gas-pipeline", Effect.SUSPENDS));

    assertThat(summary.inForce()).hasSize(1);
    assertThat(summary.inForce().get(0).thread()).hasToString("agreement/gas-pipeline");
    assertThat(summary.inForce().get(0).state()).isEqualTo(ThreadState.SUSPENDED);
  }

  @Test
  void leavesNothingOfWhatItCorrects() {
    Summary summary = asOf("2024-02-01", talks(), signature());

    assertThat(json(summary)).doesNotContain("they talked").doesNotContain("meeting");
  }

  @Test
  void isUnknownBeforeItWasIssued() {
    Summary before = knownAt("2024-01-19T11:59:59Z", talks());

    Summary summary = knownAt("2024-01-19T11:59:59Z", talks(), signature());

    assertThat(json(summary)).isEqualTo(json(before));
    assertThat(summary.counts()).containsOnlyKeys(Kind.VISIT);
  }

  @Test
  void isKnownFromTheInstantOfItsIssue() {
    Summary summary = knownAt("2024-01-19T12:00:00Z", talks(), signature());

    assertThat(summary.counts()).containsOnlyKeys(Kind.AGREEMENT);
  }

  private static UpdateFixture talks() {
    return update("talks")
        .mode(Mode.MEETING)
        .headline("they talked")
        .occurred("2024-01-18")
        .issued("2024-01-18T12:00:00Z");
  }

  private static UpdateFixture signature() {
    return update("talks")
        .version(2)
        .mode(Mode.SIGNED)
        .headline("they signed")
        .occurred("2024-01-20")
        .issued("2024-01-19T12:00:00Z");
  }
}
