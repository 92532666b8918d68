package dev.tidings.summarise;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.broker.EmbeddedBroker;
import dev.tidings.summarise.CrashingOutbox.Fuse;
import dev.tidings.summarise.CrashingOutbox.Way;
import dev.tidings.update.Effect;
import dev.tidings.update.Mode;
import dev.tidings.update.RelationshipUpdate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Embargoes end and threads lapse while two workers die between fold and commit. */
class CrashesAtTheMomentTest {

  private static final List<String> OTHERS =
      List.of("AFG", "CHN", "FRA", "IND", "IRQ", "PAK", "RUS", "TUR");

  @TempDir Path folder;

  @Test
  void everythingIsToldOnceAndEverySummaryIsThatOfAFreshFold() {
    TestClock clock = new TestClock("2024-01-17T11:59:59Z");
    Fuse fuse = new Fuse(2, 5);
    List<String> expected = new ArrayList<>();
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
        Kafka kafka = Kafka.at(broker.bootstrap())) {
      try (RunningWorker one = crashing(kafka, clock, fuse);
          RunningWorker other = crashing(kafka, clock, fuse)) {
        kafka.publish(updates(expected));
        kafka.awaitProcessed();
        fuse.reload(8);
        int before = fuse.left();

        clock.moveTo("2024-01-18T00:00:00Z");
        awaitTold(kafka, expected.size());

        assertThat(fuse.left()).isLessThan(before);
        assertThat(one.thread().isAlive() && other.thread().isAlive()).isTrue();
        assertThat(kafka.told()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(kafka.wrongSummaries()).isEmpty();
      }
    }
  }

  private static List<RelationshipUpdate> updates(List<String> told) {
    List<RelationshipUpdate> updates = new ArrayList<>();
    for (String other : OTHERS) {
      for (String end : List.of("2024-01-17T12:00:00Z", "2024-01-17T12:00:01Z")) {
        String name = other + end;
        updates.add(update(name).visit("IRN", other).embargoedUntil(end).get());
        told.add("test:" + name + "#1 release");
      }
      updates.add(
          update(other)
              .mode(Mode.OPENS, "IRN", other)
              .threadUntil("border", Effect.BEGINS, "2024-01-17")
              .get());
      told.add("test:" + other + "#1 update");
      told.add("test:" + other + "#1 lapse");
    }
    return updates;
  }

  private static RunningWorker crashing(Kafka kafka, TestClock clock, Fuse fuse) {
    return RunningWorker.start(
        kafka, clock, () -> new CrashingOutbox(kafka.client(), Way.RIGHT, fuse));
  }

  private static void awaitTold(Kafka kafka, int expected) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(kafka.told().size()).isGreaterThanOrEqualTo(expected));
    kafka.awaitProcessed();
  }
}
