package dev.tidings.feed.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What this process's webhooks count: calls by what came of them, and whom it delivers to. */
final class Meters {

  private final MeterRegistry registry;
  private final AtomicInteger delivered;

  /** All are there from the start: what begins at its first event hides that event from a rate. */
  Meters(MeterRegistry registry) {
    this.registry = registry;
    this.delivered = registry.gauge("tidings.webhooks.delivered.here", new AtomicInteger());
    Outcome.WORDS.forEach(this::calls);
  }

  void called(Outcome outcome, Duration took) {
    calls(outcome.word()).record(took);
  }

  void deliversTo(int subscriptions) {
    delivered.set(subscriptions);
  }

  private Timer calls(String outcome) {
    return registry.timer("tidings.webhooks.calls", "outcome", outcome);
  }
}
