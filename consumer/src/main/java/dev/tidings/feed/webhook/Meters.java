package dev.tidings.feed.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What this process's webhooks count: calls by what came of them, and whom it delivers to. */
final class Meters {

  private final MeterRegistry registry;
  private final AtomicInteger delivered;

  Meters(MeterRegistry registry) {
    this.registry = registry;
    this.delivered = registry.gauge("tidings.webhooks.delivered.here", new AtomicInteger());
  }

  void called(Outcome outcome, Duration took) {
    registry.timer("tidings.webhooks.calls", "outcome", outcome.word()).record(took);
  }

  void deliversTo(int subscriptions) {
    delivered.set(subscriptions);
  }
}
