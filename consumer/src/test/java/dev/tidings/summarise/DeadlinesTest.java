package dev.tidings.summarise;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.party.Relationship;
import dev.tidings.relationship.RelationshipState;
import dev.tidings.update.Effect;
import dev.tidings.update.RelationshipUpdate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A share's relationships have moments that come, and the worker asks at each poll. */
class DeadlinesTest {

  private static final Instant NOON = Instant.parse("2024-01-17T12:00:00Z");

  private final Deadlines deadlines = new Deadlines();
  private final RelationshipState state = new RelationshipState(Relationship.parse("IRN-PAK"));

  @Test
  void giveNothingBeforeTheMoment() {
    add(embargoed("a", NOON));

    assertThat(deadlines.take(NOON.minusNanos(1), 9)).isEmpty();
  }

  @Test
  void giveTheRecordWhenTheMomentComes() {
    add(embargoed("a", NOON));

    List<RelationshipUpdate> over = deadlines.take(NOON, 9);

    assertThat(over).containsExactly(embargoed("a", NOON).republished(NOON, List.of()));
  }

  @Test
  void giveItNotAgainWhileItIsOnItsWay() {
    add(embargoed("a", NOON));
    deadlines.take(NOON, 9);

    assertThat(deadlines.take(NOON, 9)).isEmpty();
    assertThat(deadlines.onTheirWay()).isEqualTo(1);
  }

  @Test
  void giveItNotAgainWhenAnotherUpdateComesBeforeIt() {
    add(embargoed("a", NOON));
    deadlines.take(NOON, 9);
    add(update("other").get());

    assertThat(deadlines.take(NOON, 9)).isEmpty();
  }

  @Test
  void areDoneWithItWhenItComesBack() {
    add(embargoed("a", NOON));
    deadlines.take(NOON, 9).forEach(this::add);

    assertThat(deadlines.take(NOON, 9)).isEmpty();
    assertThat(deadlines.onTheirWay()).isZero();
  }

  @Test
  void giveItAgainWhenKafkasClockHasReachedItsMoment() {
    add(embargoed("a", NOON));
    deadlines.take(NOON, 9);
    Instant kafkasClock = NOON.minusSeconds(2);
    add(embargoed("a", NOON).republished(kafkasClock, List.of()));

    deadlines.cameBack(state, kafkasClock, NOON.plusMillis(5));

    assertThat(deadlines.take(NOON.plusSeconds(2), 9)).isEmpty();
    assertThat(deadlines.onTheirWay()).isZero();
    assertThat(deadlines.take(NOON.plusMillis(2_005), 9))
        .containsExactly(embargoed("a", NOON).republished(NOON, List.of()));
  }

  @Test
  void giveWhatIsNextWhenItComesBack() {
    add(embargoed("a", NOON));
    add(embargoed("b", NOON.plusSeconds(1)));
    Instant late = NOON.plusSeconds(60);
    List<RelationshipUpdate> first = deadlines.take(late, 9);
    first.forEach(this::add);

    List<RelationshipUpdate> second = deadlines.take(late, 9);

    assertThat(first).extracting(RelationshipUpdate::versionCreated).containsExactly(NOON);
    assertThat(second)
        .extracting(RelationshipUpdate::versionCreated)
        .containsExactly(NOON.plusSeconds(1));
  }

  @Test
  void giveNothingOfAMomentThatIsPutOff() {
    add(update("a").threadUntil("border", Effect.BEGINS, "2024-01-16").get());
    deadlines.take(Instant.parse("2024-01-16T23:59:59Z"), 9);
    add(update("b").threadUntil("border", Effect.CHANGES, "2024-01-18").get());

    assertThat(deadlines.take(NOON, 9)).isEmpty();
    assertThat(deadlines.take(NOON.plusSeconds(200_000), 9)).hasSize(1);
  }

  @Test
  void giveNoMoreThanThereIsRoomFor() {
    for (String other : List.of("AFG", "CHN", "FRA", "IND", "TUR")) {
      RelationshipState one = new RelationshipState(Relationship.parse("IRN-" + other));
      one.add(update(other).visit("IRN", other).embargoedUntil(NOON.toString()).get());
      deadlines.changed(one);
    }

    List<RelationshipUpdate> some = deadlines.take(NOON, 3);
    List<RelationshipUpdate> others = deadlines.take(NOON, 3);

    assertThat(some).hasSize(3);
    assertThat(others).hasSize(2).doesNotContainAnyElementsOf(some);
  }

  private void add(RelationshipUpdate update) {
    state.add(update);
    deadlines.changed(state);
  }

  private static RelationshipUpdate embargoed(String name, Instant end) {
    return update(name).embargoedUntil(end.toString()).get();
  }
}
