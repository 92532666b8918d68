package dev.tidings.summarise;

import dev.tidings.update.Kind;
import dev.tidings.wire.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.TopicPartition;

/** What the worker has done since it started, and how it is; safe to read from any thread. */
public final class Tally {

  private static final String NAME = "tidings.summarise.";
  private static final Duration SILENCE = Duration.ofSeconds(20);

  private final Map<Seen, Counter> records = new HashMap<>();
  private final Counter committed;
  private final Counter aborted;
  private final Timer delay;
  private final MultiGauge lag;
  private final AtomicInteger onTheirWay = new AtomicInteger();
  private volatile long heardFromKafka = System.nanoTime();
  private volatile long historyToGo;
  private volatile int partitions;
  private volatile boolean joined;
  private volatile boolean live;
  private volatile boolean inReserve;

  /**
   * One record of an update topic.
   *
   * @param topic where it stands
   */
  record Seen(String topic, Outcome outcome) {}

  Tally(MeterRegistry registry) {
    for (Kind kind : Kind.values()) {
      for (Outcome outcome : Outcome.values()) {
        records.put(
            new Seen(Topic.of(kind).topicName(), outcome),
            Counter.builder(NAME + "records")
                .description("Records of the update topics by what became of them")
                .tag("kind", kind.word())
                .tag("outcome", outcome.word())
                .register(registry));
      }
    }
    committed = transactions(registry, "committed");
    aborted = transactions(registry, "aborted");
    delay =
        Timer.builder(NAME + "delay")
            .description("From an update's publication to its notification")
            .serviceLevelObjectives(
                Duration.ofMillis(20),
                Duration.ofMillis(100),
                Duration.ofMillis(500),
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                Duration.ofMinutes(1))
            .register(registry);
    lag =
        MultiGauge.builder(NAME + "lag")
            .description("Records between what is folded and what readers can see")
            .register(registry);
    Gauge.builder(NAME + "history.remaining", this, tally -> tally.historyToGo)
        .description("Records that were announced before and are still to be folded again")
        .register(registry);
    Gauge.builder(NAME + "partitions", this, tally -> tally.partitions)
        .description("Partition numbers that this worker has")
        .register(registry);
  }

  private static Counter transactions(MeterRegistry registry, String outcome) {
    return Counter.builder(NAME + "transactions")
        .description("Batches by what became of them; an aborted one is done again")
        .tag("outcome", outcome)
        .register(registry);
  }

  /** Transactions that were committed. */
  public long transactions() {
    return (long) committed.count();
  }

  /**
   * Records that say what time has changed, which the worker has written and not yet folded; never
   * less than those that are committed.
   */
  public int onTheirWay() {
    return onTheirWay.get();
  }

  /** Whether the worker has partitions and all their history is folded. */
  public boolean isReady() {
    return live && partitions > 0;
  }

  /** What keeps the worker from its work; a worker that is there in reserve has no problem. */
  Optional<String> problem() {
    if (!joined) {
      return Optional.of("has not joined the workers' group yet, or has lost it");
    }
    if (partitions == 0 && !inReserve) {
      return Optional.of("has joined the workers' group and waits for its partitions");
    }
    if (!live) {
      return Optional.of(
          String.format(
              Locale.ROOT, "folds what was announced before; %d records to go", historyToGo));
    }
    long silence = System.nanoTime() - heardFromKafka;
    return silence > SILENCE.toNanos()
        ? Optional.of(
            String.format(
                Locale.ROOT, "has heard nothing from Kafka for %d s", silence / 1_000_000_000L))
        : Optional.empty();
  }

  /** A transaction was committed. */
  void committed() {
    committed.increment();
    heard();
  }

  /**
   * A batch is done.
   *
   * @param seen how many records were in it, by what became of them
   * @param published when the updates came, one for each notification
   */
  void done(Map<Seen, Integer> seen, List<Instant> published, Instant now) {
    seen.forEach(this::count);
    published.forEach(then -> delay.record(Duration.between(then, now)));
  }

  void aborted() {
    aborted.increment();
  }

  /** Kafka has answered. */
  void heard() {
    heardFromKafka = System.nanoTime();
  }

  void lags(Map<TopicPartition, Long> lags) {
    lag.register(
        lags.entrySet().stream()
            .map(
                one ->
                    Row.of(
                        Tags.of(
                            "topic",
                            one.getKey().topic(),
                            "partition",
                            String.valueOf(one.getKey().partition())),
                        one.getValue()))
            .toList(),
        true);
  }

  /** Before a commit: more may be on their way after it, but no fewer. */
  void onTheirWayAtMost(int records) {
    onTheirWay.accumulateAndGet(records, Math::max);
  }

  void onTheirWay(int records) {
    onTheirWay.set(records);
  }

  /**
   * How the worker is after a poll.
   *
   * @param historyToGo records that its shares have still to fold before they are live
   */
  void shares(Collection<Share> shares, boolean hasJoined, long historyToGo) {
    this.historyToGo = historyToGo;
    partitions = shares.size();
    live = shares.stream().allMatch(Share::isLive);
    joined = hasJoined;
  }

  /** Whether the group has no partitions for this worker, as there are more workers than these. */
  void inReserve(boolean isSo) {
    inReserve = isSo;
  }

  void stopped() {
    inReserve = false;
    joined = false;
    live = false;
    partitions = 0;
    historyToGo = 0;
    lags(Map.of());
  }

  private void count(Seen seen, int times) {
    Counter counter = records.get(seen);
    if (counter != null) {
      counter.increment(times);
    }
  }
}
