package dev.tidings.relationship.edition;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.relationship.Histories.asOf;
import static dev.tidings.relationship.Histories.json;
import static dev.tidings.relationship.Histories.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.relationship.RelationshipState;
import dev.tidings.summary.Summary;
import dev.tidings.update.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same publication comes again. */
class DuplicateTest {

  @Test
  void changesNothing() {
    RelationshipState state = state(visit());

    List<Transition> transitions = state.add(visit().get());

    assertThat(transitions).isEmpty();
  }

  @Test
  void leavesTheSummaryAsItWas() {
    RelationshipState once = state(visit());

    RelationshipState twice = state(visit(), visit(), visit());

    assertThat(json(twice.summary())).isEqualTo(json(once.summary()));
  }

  @Test
  void countsOnce() {
    Summary summary = asOf("2024-02-01", visit(), visit());

    assertThat(summary.counts()).containsEntry(Kind.VISIT, 1);
    assertThat(summary.revision()).isEqualTo(1);
  }

  @Test
  void countsOnceWithTheSourcesInAnotherOrder() {
    RelationshipState state = state(visit().by("irna", "dawn"));

    List<Transition> transitions = state.add(visit().by("dawn", "irna", "dawn").get());

    assertThat(transitions).isEmpty();
  }

  @Test
  void ofFewerSourcesChangesNothing() {
    RelationshipState state = state(visit().by("irna", "dawn"));

    List<Transition> transitions = state.add(visit().by("dawn").get());

    assertThat(transitions).isEmpty();
  }

  private static UpdateFixture visit() {
    return update("visit").occurred("2024-01-29");
  }
}
