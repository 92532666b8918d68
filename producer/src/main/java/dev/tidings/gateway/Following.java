package dev.tidings.gateway;

import dev.tidings.http.Refusal;
import dev.tidings.update.Problem;
import dev.tidings.wire.Follower;
import dev.tidings.wire.KafkaUnusable;
import dev.tidings.wire.Role;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/** Keeps the index up to date, and says whether it is. */
final class Following implements AutoCloseable {

  private static final Duration AT_MOST = Duration.ofSeconds(5);

  /** Without a transaction that hangs, everything is known within milliseconds. */
  private static final Duration USUALLY = Duration.ofMillis(500);

  /** Who asks for health more often than this gets the last answer: asking costs Kafka work. */
  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Follower follower;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile Optional<String> lastProblem = Optional.of("not asked yet");
  private volatile long askedAt = System.nanoTime() - FRESH_NANOS;

  Following(Map<String, Object> client, Index index) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.putIfAbsent("default.api.timeout.ms", 5_000);
    settings.putIfAbsent("request.timeout.ms", 5_000);
    follower = new Follower(settings, Role.GATEWAY.reads(), "tidings-gateway", index::add);
  }

  /**
   * Ends a request that comes too early.
   *
   * @throws Refusal 503 until all that was there at the start is known
   */
  void checkStarted() {
    if (!follower.started().isDone()) {
      throw Refusal.unavailable(
          List.of(
              new Problem("", "still reading what stands on the topics; nothing was published")));
    }
  }

  /**
   * Returns when the index knows all that Kafka has acknowledged by now.
   *
   * @throws KafkaUnusable after 5 s
   */
  void catchUp() {
    follower.catchUp(AT_MOST);
  }

  /**
   * Returns when the index knows all that Kafka has acknowledged by now about an update. Where a
   * transaction hangs, only updates of its partition number wait for it.
   *
   * @param stand how the update stood; absent, anything may be about it
   * @throws KafkaUnusable after 6 s
   */
  void catchUp(Optional<Stand> stand) {
    // Each next version has a record in every relationship in which the update stands.
    Set<Integer> numbers =
        stand.stream()
            .flatMap(known -> known.alive().stream())
            .map(Stand.Place::partition)
            .collect(Collectors.toSet());
    if (numbers.isEmpty()) {
      catchUp();
      return;
    }
    try {
      follower.catchUp(USUALLY);
    } catch (KafkaUnusable e) {
      follower.catchUp(AT_MOST, partition -> numbers.contains(partition.partition()));
    }
  }

  /**
   * Returns when the index knows all that Kafka has acknowledged by now; where a transaction hangs,
   * all but what stands behind it.
   *
   * @throws KafkaUnusable after 6 s
   */
  void catchUpAsFarAsPossible() {
    try {
      follower.catchUp(USUALLY);
    } catch (KafkaUnusable e) {
      follower.keepUp(AT_MOST);
    }
  }

  CompletableFuture<Void> ended() {
    return follower.ended();
  }

  /** What keeps us from working. */
  Optional<String> problem() {
    if (!follower.started().isDone()) {
      return Optional.of("still reading what stands on the topics");
    }
    if (System.nanoTime() - askedAt >= FRESH_NANOS && asking.tryLock()) {
      try {
        lastProblem = ask();
        askedAt = System.nanoTime();
      } finally {
        asking.unlock();
      }
    }
    return lastProblem;
  }

  @Override
  public void close() {
    follower.close();
  }

  private Optional<String> ask() {
    try {
      follower.keepUp(AT_MOST);
      return Optional.empty();
    } catch (KafkaUnusable e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
