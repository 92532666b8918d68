package dev.tidings.summarise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.broker.EmbeddedBroker;
import dev.tidings.summarise.CrashingOutbox.Way;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worker dies between fold and commit, again and again. */
class CrashingWorkerTest {

  @TempDir Path folder;
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
  void tellsEverythingExactlyOnceAndLeavesEverySummaryEqualToAFreshFold() throws Exception {
    List<String> wrong = WorkerCrashes.wrongAfter(kafka, Way.RIGHT, 12, 1);

    assertThat(wrong).isEmpty();
  }

  @Test
  void wouldTellTwiceIfItEmittedBeforeItCommitted() throws Exception {
    List<String> wrong = WorkerCrashes.wrongAfter(kafka, Way.EMIT_BEFORE_COMMIT, 6, 2);

    assertThat(wrong).anyMatch(line -> line.startsWith("told once too often"));
  }

  @Test
  void wouldLoseSomeIfItCommittedBeforeItEmitted() throws Exception {
    List<String> wrong = WorkerCrashes.wrongAfter(kafka, Way.COMMIT_BEFORE_EMIT, 6, 3);

    assertThat(wrong).anyMatch(line -> line.startsWith("never told"));
  }
}
