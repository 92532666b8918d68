package dev.tidings.summarise;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.broker.EmbeddedBroker;
import dev.tidings.fixture.UpdateFixture;
import dev.tidings.summary.StandingThread;
import dev.tidings.summary.Summary;
import dev.tidings.summary.ThreadState;
import dev.tidings.update.Effect;
import dev.tidings.update.Mode;
import dev.tidings.wire.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last day of a thread passes; nothing is published. */
class ThreadLapsesTest {

  private static final String LAST_DAY = "2024-02-29T23:59:59.999Z";
  private static final String DAY_AFTER = "2024-03-01T00:00:00Z";

  @TempDir Path folder;
  private final TestClock clock = new TestClock(LAST_DAY);
  private EmbeddedBroker broker;
  private Kafka kafka;

  @BeforeEach
  void start() {
    broker = EmbeddedBroker.start(folder, 0);
    kafka = Kafka.at(broker.bootstrap());
  }

  @AfterEach
  void stop() {
    kafka.close();
    broker.close();
  }

  @Test
  void itIsToldAndTheSummaryShowsIt() {
    try (RunningWorker worker = RunningWorker.start(kafka, clock)) {
      publish(opens());
      publish(update("unrelated").visit("IRN", "FRA"));
      assertThat(kafka.told()).doesNotContain("test:opening#1 lapse");
      assertThat(kafka.summary("IRN-PAK").orElseThrow().inForce()).hasSize(1);

      clock.moveTo(DAY_AFTER);
      awaitLapse();

      Summary summary = kafka.summary("IRN-PAK").orElseThrow();
      assertThat(summary.asOf()).isEqualTo("2024-03-01");
      assertThat(summary.inForce()).isEmpty();
      assertThat(summary.ended())
          .extracting(StandingThread::state)
          .containsExactly(ThreadState.LAPSED);
      assertThat(kafka.told())
          .containsExactly(
              "test:opening#1 update", "test:unrelated#1 update", "test:opening#1 lapse");
      assertThat(kafka.wrongSummaries()).isEmpty();
      assertThat(worker.thread().isAlive()).isTrue();
    }
  }

  @Test
  void nothingIsToldAgainAfterARestart() {
    for (String life : List.of("1", "2", "3")) {
      RunningWorker.during(
          kafka,
          clock,
          () -> {
            publish(opens());
            clock.moveTo(DAY_AFTER);
            awaitLapse();
            publish(update("later" + life).visit("IRN", "PAK").occurred("2024-03-02"));
          });
    }

    assertThat(kafka.told())
        .containsExactly(
            "test:opening#1 update",
            "test:opening#1 lapse",
            "test:later1#1 update",
            "test:later2#1 update",
            "test:later3#1 update");
    assertThat(kafka.wrongSummaries()).isEmpty();
  }

  @Test
  void oneThatWasExtendedInTimeDoesNot() {
    RunningWorker.during(
        kafka,
        clock,
        () -> {
          publish(opens());
          publish(extension());

          clock.moveTo(DAY_AFTER);
          publish(update("later").visit("IRN", "PAK").occurred("2024-03-01"));

          assertThat(kafka.told()).noneMatch(told -> told.endsWith("lapse"));
          assertThat(kafka.summary("IRN-PAK").orElseThrow().inForce()).hasSize(1);
          assertThat(kafka.read(Topic.BORDERS)).hasSize(2);
        });
  }

  @Test
  void anExtensionThatTheWorkerHasNotReadYetCountsFirst() {
    RunningWorker.during(
        kafka,
        clock,
        () -> {
          publish(opens());
        });
    kafka.publish(List.of(extension().get()));
    clock.moveTo("2024-03-05T00:00:00Z");

    RunningWorker.during(
        kafka,
        clock,
        () -> {
          // Two topics have no common order: the visit must not come before the extension is read.
          kafka.awaitProcessed();
          publish(update("later").visit("IRN", "PAK").occurred("2024-03-05"));

          assertThat(kafka.told())
              .containsExactly(
                  "test:opening#1 update", "test:extension#1 update", "test:later#1 update");
          assertThat(kafka.read(Topic.BORDERS)).hasSize(2);
        });
  }

  private void publish(UpdateFixture update) {
    kafka.publish(List.of(update.get()));
    kafka.awaitProcessed();
  }

  private void awaitLapse() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(kafka.told()).contains("test:opening#1 lapse"));
    kafka.awaitProcessed();
  }

  private static UpdateFixture opens() {
    return update("opening")
        .mode(Mode.OPENS)
        .thread("border/pilgrims", Effect.BEGINS, "open 24/7", "2024-02");
  }

  private static UpdateFixture extension() {
    return update("extension")
        .mode(Mode.OPENS)
        .occurred("2024-02-20")
        .threadUntil("border/pilgrims", Effect.CHANGES, "2024-06");
  }
}
