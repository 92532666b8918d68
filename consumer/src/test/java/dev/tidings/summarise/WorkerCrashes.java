package dev.tidings.summarise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.summarise.CrashingOutbox.Fuse;
import dev.tidings.summarise.CrashingOutbox.Way;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** A worker that crashes again and again while updates come in; and what readers then see. */
final class WorkerCrashes {

  private WorkerCrashes() {}

  /** What is wrong at the end: nothing, when every update was told of exactly once. */
  static List<String> wrongAfter(Kafka kafka, Way way, int crashes, long seed)
      throws InterruptedException {
    Fuse fuse = new Fuse(crashes, seed);
    Summariser worker =
        new Summariser(
            kafka.client(),
            () -> new CrashingOutbox(kafka.client(), way, fuse),
            Clock.systemUTC(),
            new SimpleMeterRegistry());
    Thread thread = new Thread(worker, "crashing worker");
    thread.start();
    List<String> told = new ArrayList<>();
    int part = 0;
    while (fuse.left() > 0) {
      Story story = Story.of("s" + seed + "p" + part++ + "u", 40, seed + part);
      kafka.publish(story.updates());
      told.addAll(story.told());
      kafka.awaitProcessed();
    }
    kafka.awaitProcessed();
    worker.stop();
    thread.join();
    return wrong(kafka, told);
  }

  static List<String> wrong(Kafka kafka, List<String> expected) {
    List<String> wrong = new ArrayList<>(kafka.wrongSummaries());
    List<String> found = new ArrayList<>(kafka.told());
    for (String told : expected) {
      if (!found.remove(told)) {
        wrong.add("never told: " + told);
      }
    }
    found.stream()
        .filter(told -> told.endsWith(" update") || told.endsWith(" correction"))
        .forEach(told -> wrong.add("told once too often: " + told));
    assertThat(expected).isNotEmpty();
    return wrong;
  }
}
