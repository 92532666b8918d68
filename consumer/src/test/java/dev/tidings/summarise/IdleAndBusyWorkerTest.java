package dev.tidings.summarise;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.broker.EmbeddedBroker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker that finds much to do, and then little. */
class IdleAndBusyWorkerTest {

  @TempDir Path folder;

  @Test
  void commitsManyTogetherAndOneAtOnce() throws Exception {
    Story story = Story.of("u", 3_000, 7);
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
        Kafka kafka = Kafka.at(broker.bootstrap())) {
      kafka.publish(story.updates());
      Summariser worker = new Summariser(kafka.client(), new SimpleMeterRegistry());
      Thread thread = new Thread(worker, "worker");
      thread.start();
      kafka.awaitProcessed();
      long busy = worker.tally().transactions();

      kafka.publish(List.of(update("one").get()));
      kafka.awaitProcessed();

      assertThat(busy).isLessThan(300);
      assertThat(worker.tally().transactions()).isEqualTo(busy + 1);
      assertThat(WorkerCrashes.wrong(kafka, story.told()))
          .containsExactly("told once too often: test:one#1 update");
      worker.stop();
      thread.join();
    }
  }

  @Test
  void tellsNothingAgainAfterARestart() throws Exception {
    Story story = Story.of("u", 500, 8);
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
        Kafka kafka = Kafka.at(broker.bootstrap())) {
      for (int life = 0; life < 3; life++) {
        Summariser worker = new Summariser(kafka.client(), new SimpleMeterRegistry());
        Thread thread = new Thread(worker, "worker");
        thread.start();
        kafka.publish(story.updates().subList(life * 100, 300 + life * 100));
        kafka.awaitProcessed();
        worker.stop();
        thread.join();
      }

      assertThat(WorkerCrashes.wrong(kafka, story.told())).isEmpty();
    }
  }
}
