package dev.tidings.feed.webhook;

import dev.tidings.http.ProblemDetail;
import dev.tidings.http.Refusal;
import dev.tidings.wire.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sends a receiver a message that is no notification, and tells what came of it. */
final class Trial {

  /** At one time: each holds a thread of the server, for 15 s at most. */
  private static final int MOST = 8;

  private final Sender sender;
  private final Clock clock;
  private final Semaphore places = new Semaphore(MOST);

  /** What came of it. */
  record Result(
      boolean test,
      boolean taken,
      String id,
      int attempt,
      Instant at,
      long durationMs,
      @Nullable Integer status,
      @Nullable String problem) {}

  private record Message(String type, String subscription, Instant sent) {}

  Trial(Sender sender, Clock clock) {
    this.sender = sender;
    this.clock = clock;
  }

  Result of(Subscription subscription) {
    if (!places.tryAcquire()) {
      throw new Refusal(
          ProblemDetail.of(
              429,
              "Too many requests",
              String.format(Locale.ROOT, "%d tests are under way already", MOST)),
          Map.of("Retry-After", "15"));
    }
    try {
      return sent(subscription);
    } finally {
      places.release();
    }
  }

  private Result sent(Subscription subscription) {
    Instant now = clock.instant();
    String message = subscription.id() + "_test_" + UUID.randomUUID();
    byte[] body = Json.write(new Message("test", subscription.id(), now));
    long start = System.nanoTime();
    Outcome outcome =
        sender.send(subscription.url(), subscription.signing(now), message, body).outcome().join();
    return new Result(
        true,
        outcome instanceof Outcome.Taken,
        message,
        1,
        now,
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
        outcome.status(),
        outcome.problem());
  }
}
