package dev.tidings.standalone;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.command.SummaryScreen;
import dev.tidings.fixture.UpdateFixture;
import dev.tidings.party.Relationship;
import dev.tidings.relationship.RelationshipState;
import dev.tidings.update.Mode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The last line of a summary on a terminal. */
class ClimateOnAScreenTest {

  private static final LocalDate DAY = LocalDate.parse("2024-07-16");

  @Test
  void saysHowWarmItIsAndHowThatTurned() {
    List<UpdateFixture> updates = new ArrayList<>();
    for (int i = 1; i < 6; i++) {
      updates.add(update("s" + i).mode(Mode.STRIKE).occurred("2023-01-0" + i));
      updates.add(update("v" + i).mode(Mode.SIGNED).occurred("2024-07-0" + i));
    }

    assertThat(screen(updates))
        .endsWith(
            "\n\nClimate +1.19, cordial and warming (+10.13), over 10 updates of the last two"
                + " years.\n");
  }

  @Test
  void saysHowMuchIsMissing() {
    assertThat(screen(List.of(update("visit").occurred("2024-01-16"))))
        .endsWith(
            """

            No climate: 1 update of the last two years counts as 2.3 reports;
            more than 3 are needed.
            """);
  }

  @Test
  void saysThatAllOfItIsOld() {
    assertThat(screen(List.of(update("visit").occurred("1955"))))
        .endsWith("\n\nNo climate: nothing of the last two years is known.\n");
  }

  @Test
  void isNotThereWhereNothingIsKnown() {
    assertThat(screen(List.of()))
        .isEqualTo(
            """
            Iran and Pakistan: nothing is known
            as of 16 July 2024, as known at 2024-07-16T00:00:00Z
            """);
  }

  private static String screen(List<UpdateFixture> updates) {
    RelationshipState state = new RelationshipState(Relationship.parse("IRN-PAK"));
    updates.forEach(update -> state.add(update.get()));
    return new SummaryScreen(state.summary(DAY, Instant.parse("2024-07-16T00:00:00Z"))).toString();
  }
}
