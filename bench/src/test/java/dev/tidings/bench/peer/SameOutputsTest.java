package dev.tidings.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.bench.data.FilledBroker;
import dev.tidings.bench.data.Outputs;
import dev.tidings.bench.data.Updates;
import dev.tidings.broker.EmbeddedBroker;
import dev.tidings.summarise.Summariser;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The peer that is said to give the same outputs does. */
class SameOutputsTest {

  private static final int UPDATES = 2_000;
  private static final int PARTITIONS = 2;
  private static final String RUN = "bench-test";

  @TempDir Path folder;

  @Test
  void readersGetTheSameOfTheWorkerAndOfStreamsProcessors() throws Exception {
    EmbeddedBroker kafka = EmbeddedBroker.start(folder.resolve("kafka"), 0);
    try (FilledBroker broker =
        FilledBroker.fill(kafka::close, kafka.bootstrap(), PARTITIONS, UPDATES, Updates.SEED)) {
      Outputs ofTheWorker = worker(broker);
      Outputs ofThePeer = processors(broker, ofTheWorker);

      assertThat(ofTheWorker.notifications()).isGreaterThan(UPDATES * 9 / 10);
      assertThat(ofThePeer).matches(ofTheWorker::isSameAs, "the same as " + ofTheWorker);
    }
  }

  private static Outputs worker(FilledBroker broker) throws InterruptedException {
    Summariser worker =
        new Summariser(Map.of("bootstrap.servers", broker.bootstrap()), new SimpleMeterRegistry());
    Thread thread = new Thread(worker, "worker");
    thread.start();
    try {
      broker.rateOf(Summariser.GROUP, thread::isAlive);
    } finally {
      worker.stop();
      thread.join();
    }
    return broker.outputs();
  }

  private Outputs processors(FilledBroker broker, Outputs wanted) throws InterruptedException {
    String notifications = Peer.notifications(RUN);
    String summaries = Peer.summaries(RUN);
    broker.createOutputs(notifications, summaries);
    try (KafkaStreams streams =
        new KafkaStreams(
            StreamsProcessors.topology("whole", RUN),
            StreamsSettings.of(broker.bootstrap(), RUN, folder.resolve("streams")))) {
      streams.start();
      broker.rateOf(RUN, () -> !streams.state().hasCompletedShutdown());
      return broker.outputs(notifications, summaries, wanted);
    }
  }
}
