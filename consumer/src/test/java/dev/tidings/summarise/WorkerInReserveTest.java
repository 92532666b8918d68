package dev.tidings.summarise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More workers than partition numbers: what the last of them says of itself. */
class WorkerInReserveTest {

  @TempDir Path folder;

  @Test
  void isReadyOnceItIsKnownThatNoPartitionIsLeftForIt() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
        Kafka kafka = Kafka.at(broker.bootstrap());
        RunningWorker first = RunningWorker.start(kafka, Clock.systemUTC()).awaitReady();
        RunningWorker second = RunningWorker.start(kafka, Clock.systemUTC());
        RunningWorker third = RunningWorker.start(kafka, Clock.systemUTC());
        RunningWorker fourth = RunningWorker.start(kafka, Clock.systemUTC())) {
      List<Summariser> all =
          Stream.of(first, second, third, fourth).map(RunningWorker::summariser).toList();
      Set<String> problems = new HashSet<>();
      Awaitility.await()
          .atMost(Duration.ofMinutes(1))
          .until(
              () -> {
                all.forEach(worker -> worker.problem().ifPresent(problems::add));
                return all.stream().allMatch(worker -> worker.problem().isEmpty());
              });

      assertThat(problems).contains("has joined the workers' group and waits for its partitions");
      assertThat(all).filteredOn(worker -> worker.tally().isReady()).hasSize(Kafka.PARTITIONS);
    }
  }
}
