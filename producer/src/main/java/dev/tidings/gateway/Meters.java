package dev.tidings.gateway;

import dev.tidings.update.Kind;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.Topic;
import dev.tidings.wire.UnreadableRecords;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the gateway counts: records by kind and outcome, refused submissions, time to publish. */
final class Meters {

  private static final String RECORDS = "tidings.gateway.records";

  private final Map<Kind, Counter> published = new EnumMap<>(Kind.class);
  private final Map<Kind, Counter> failed = new EnumMap<>(Kind.class);
  private final Counter refused;
  private final Timer time;

  Meters(MeterRegistry registry, Index index) {
    for (Kind kind : Kind.values()) {
      published.put(kind, counter(registry, kind, "published"));
      failed.put(kind, counter(registry, kind, "failed"));
    }
    refused =
        Counter.builder("tidings.gateway.refused")
            .description("Submissions that were refused")
            .register(registry);
    time =
        Timer.builder("tidings.gateway.publish")
            .description("Time until Kafka has what a request handed in")
            .serviceLevelObjectives(
                Duration.ofMillis(5),
                Duration.ofMillis(20),
                Duration.ofMillis(100),
                Duration.ofMillis(500),
                Duration.ofSeconds(2),
                Duration.ofSeconds(10))
            .register(registry);
    registry.gauge("tidings.gateway.uris", index, Index::size);
    Topic.updates().forEach(topic -> unreadable(registry, index.unreadable(), topic));
  }

  void refused(int submissions) {
    refused.increment(submissions);
  }

  /** Publishes, and counts what became of it. */
  <T> T timed(List<RelationshipUpdate> updates, Supplier<T> publish) {
    long start = System.nanoTime();
    try {
      T result = publish.get();
      time.record(Duration.ofNanos(System.nanoTime() - start));
      updates.forEach(update -> count(published, update.kind()));
      return result;
    } catch (Unpublished e) {
      updates.forEach(update -> count(failed, update.kind()));
      throw e;
    }
  }

  void published(List<RelationshipUpdate> updates, Duration took) {
    time.record(took);
    updates.forEach(update -> count(published, update.kind()));
  }

  private static void count(Map<Kind, Counter> counters, Kind kind) {
    Counter counter = counters.get(kind);
    if (counter != null) {
      counter.increment();
    }
  }

  private static void unreadable(MeterRegistry registry, UnreadableRecords records, String topic) {
    FunctionCounter.builder("tidings.gateway.unreadable", records, it -> it.count(topic))
        .description("Records from which no update could be read, by topic")
        .tag("topic", topic)
        .register(registry);
  }

  private static Counter counter(MeterRegistry registry, Kind kind, String outcome) {
    return Counter.builder(RECORDS)
        .description("Records by kind and what became of them")
        .tag("kind", kind.word())
        .tag("outcome", outcome)
        .register(registry);
  }
}
