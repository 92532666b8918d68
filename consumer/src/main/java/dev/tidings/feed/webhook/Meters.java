package dev.tidings.feed.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What this process's webhooks count: calls by what came of them, and whom it delivers to. */
final class Meters {

  private final Map<String, Timer> calls;
  private final AtomicInteger delivered;

  /** All are there from the start: what begins at its first event hides that event from a rate. */
  Meters(MeterRegistry registry) {
    this.calls =
        Outcome.WORDS.stream()
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    word -> registry.timer("tidings.webhooks.calls", "outcome", word)));
    this.delivered = registry.gauge("tidings.webhooks.delivered.here", new AtomicInteger());
  }

  void called(Outcome outcome, Duration took) {
    Timer timer = calls.get(outcome.word());
    if (timer != null) {
      timer.record(took);
    }
  }

  void deliversTo(int subscriptions) {
    delivered.set(subscriptions);
  }
}
