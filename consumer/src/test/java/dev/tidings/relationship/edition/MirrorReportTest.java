package dev.tidings.relationship.edition;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.relationship.Histories.asOf;
import static dev.tidings.relationship.Histories.knownAt;
import static dev.tidings.relationship.Histories.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.relationship.RelationshipState;
import dev.tidings.summary.Summary;
import dev.tidings.update.Kind;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Another report of what is known. */
class MirrorReportTest {

  @Test
  void isTheSameUpdateWithBothSources() {
    Summary summary = asOf("2024-02-01", visit().by("irna"), visit().by("dawn"));

    assertThat(summary.counts()).containsEntry(Kind.VISIT, 1);
    assertThat(summary.recent().get(0).corroboration()).isEqualTo(2);
    assertThat(summary.recent().get(0).contested()).isFalse();
  }

  @Test
  void issuedLaterKeepsTheEarliestInstant() {
    Summary summary =
        asOf(
            "2024-02-01",
            visit().by("irna").issued("2024-01-30T08:00:00Z"),
            visit().by("dawn").issued("2024-01-29T20:00:00Z"));

    assertThat(summary.recent().get(0).versionCreated())
        .isEqualTo(Instant.parse("2024-01-29T20:00:00Z"));
    assertThat(summary.revision()).isEqualTo(1);
  }

  @Test
  void isUnknownBeforeItWasIssued() {
    Summary summary =
        knownAt(
            "2024-01-30T00:00:00Z",
            visit().by("irna").issued("2024-01-29T20:00:00Z"),
            visit().by("dawn").issued("2024-01-30T08:00:00Z"));

    assertThat(summary.recent().get(0).corroboration()).isEqualTo(1);
  }

  @Test
  void movesTheTopicsInstant() {
    RelationshipState state =
        state(
            visit().by("irna").issued("2024-01-29T20:00:00Z"),
            visit().by("irna").issued("2024-01-30T08:00:00Z"));

    Summary summary = state.summary();

    assertThat(summary.knownAt()).isEqualTo(Instant.parse("2024-01-30T08:00:00Z"));
    assertThat(summary.asOf()).isEqualTo("2024-01-30");
  }

  @Test
  void toAnEarlierVersionCorroboratesNothing() {
    Summary summary =
        asOf("2024-02-01", visit().version(2).by("desk"), visit().by("irna", "dawn", "geo"));

    assertThat(summary.recent().get(0).corroboration()).isEqualTo(1);
  }

  private static UpdateFixture visit() {
    return update("visit").occurred("2024-01-29");
  }
}
