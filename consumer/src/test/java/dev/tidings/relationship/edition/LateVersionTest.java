package dev.tidings.relationship.edition;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.relationship.Histories.asOf;
import static dev.tidings.relationship.Histories.json;
import static dev.tidings.relationship.Histories.knownAt;
import static dev.tidings.relationship.Histories.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.relationship.RelationshipState;
import dev.tidings.summary.Summary;
import org.junit.jupiter.api.Test;

/** A version comes after a higher one. */
class LateVersionTest {

  @Test
  void doesNotReplaceANewerOne() {
    Summary summary = asOf("2024-02-01", second(), first());

    assertThat(summary.recent()).hasSize(1);
    assertThat(summary.recent().get(0).headline()).isEqualTo("two dead");
    assertThat(summary.recent().get(0).version()).isEqualTo(2);
  }

  @Test
  void isRemembered() {
    Summary summary = knownAt("2024-01-16T12:00:00Z", second(), first());

    assertThat(summary.recent().get(0).headline()).isEqualTo("nine dead");
    assertThat(summary.revision()).isEqualTo(1);
  }

  @Test
  void givesTheSameBytesAsInOrder() {
    RelationshipState inOrder = state(first(), second());

    RelationshipState late = state(second(), first());

    assertThat(json(late.summary())).isEqualTo(json(inOrder.summary()));
  }

  @Test
  void doesNotReplaceANewerOneThatWasIssuedEarlier() {
    Summary summary = asOf("2024-02-01", second().issued("2024-01-15T00:00:00Z"), first());

    assertThat(summary.recent().get(0).version()).isEqualTo(2);
  }

  private static UpdateFixture first() {
    return update("strike").headline("nine dead").issued("2024-01-16T08:00:00Z");
  }

  private static UpdateFixture second() {
    return update("strike").headline("two dead").issued("2024-01-16T20:00:00Z").version(2);
  }
}
