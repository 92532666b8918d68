package dev.tidings.feed.webhook;

import dev.tidings.update.Problem;
import dev.tidings.wire.Follower;
import dev.tidings.wire.Json;
import dev.tidings.wire.KafkaUnusable;
import dev.tidings.wire.Reading;
import dev.tidings.wire.Topic;
import dev.tidings.wire.UnreadableRecords;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A live copy of all subscriptions and of how far each is. Safe for several threads. */
final class Registry implements AutoCloseable {

  private static final Duration API_WAITS = Duration.ofSeconds(10);

  /** A dead process's open transaction is ended by Kafka within 20 s. */
  private static final Duration OWNER_WAITS = Duration.ofSeconds(45);

  /** A subscription, and which partition it is in: here and among the cursors. */
  record Held(Subscription subscription, int partition) {}

  private record Known(Progress progress, int partition) {}

  private final Map<String, Held> subscriptions = new ConcurrentHashMap<>();
  private final Map<String, Known> progress = new ConcurrentHashMap<>();
  private final Map<Integer, Long> positions = new ConcurrentHashMap<>();
  private final UnreadableRecords unreadable;
  private final Follower following;
  private final Follower followingCursors;

  /**
   * Starts to copy.
   *
   * @param client Kafka client properties, {@code bootstrap.servers} among them
   * @param unreadable takes what cannot be read
   * @param changed called with the id of each subscription that changed
   * @throws KafkaUnusable when Kafka does not answer, or a topic is not there
   */
  Registry(Map<String, Object> client, UnreadableRecords unreadable, Consumer<String> changed) {
    this.unreadable = unreadable;
    this.following =
        new Follower(
            client,
            List.of(Topic.SUBSCRIPTIONS.topicName()),
            "tidings-subscriptions",
            record -> {
              take(record);
              changed.accept(key(record));
            });
    this.followingCursors =
        new Follower(
            client, List.of(Topic.CURSORS.topicName()), "tidings-cursors", this::takeCursor);
  }

  /** Completes when both copies have all that was there at the start. */
  CompletableFuture<Void> started() {
    return CompletableFuture.allOf(following.started(), followingCursors.started());
  }

  /** Completes when one of them is followed no longer. */
  CompletableFuture<Object> ended() {
    return CompletableFuture.anyOf(following.ended(), followingCursors.ended());
  }

  /** Waits until all changes of subscriptions that are acknowledged by now are here. */
  void catchUp() {
    following.catchUp(API_WAITS);
  }

  /** Waits for the cursors first: whatever has one was subscribed before. */
  void catchUpWithAll() {
    followingCursors.catchUp(OWNER_WAITS);
    following.catchUp(OWNER_WAITS);
  }

  Optional<Held> find(String id) {
    return Optional.ofNullable(subscriptions.get(id));
  }

  List<Held> all() {
    return List.copyOf(subscriptions.values());
  }

  int size() {
    return subscriptions.size();
  }

  /** How many subscriptions somebody has. */
  long countOf(String owner) {
    return subscriptions.values().stream()
        .filter(held -> held.subscription().owner().equals(owner))
        .count();
  }

  Progress progressOf(Subscription subscription) {
    Known known = progress.get(subscription.id());
    return known == null ? Progress.startOf(subscription) : known.progress().obeying(subscription);
  }

  /** Whose progress is kept, in these partitions, though nobody subscribes any more. */
  Map<String, Integer> leftOver(Set<Integer> partitions) {
    return progress.entrySet().stream()
        .filter(entry -> partitions.contains(entry.getValue().partition()))
        .filter(entry -> !subscriptions.containsKey(entry.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().partition()));
  }

  /** How many records of a partition of subscriptions have been read. */
  long position(int partition) {
    return positions.getOrDefault(partition, 0L);
  }

  @Override
  public void close() {
    following.close();
    followingCursors.close();
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    positions.put(record.partition(), record.offset() + 1);
    if (record.value() == null) {
      subscriptions.remove(key(record));
    } else {
      Json.read(record, Subscription.class, Subscription::id)
          .use(subscription -> take(subscription, record), why -> unreadable.leaveOut(record, why));
    }
  }

  /** A newer version may know filters that we do not; to ignore them would tell too much. */
  private void take(Subscription subscription, ConsumerRecord<byte[], byte[]> record) {
    try {
      var unused = subscription.filter();
      subscriptions.put(subscription.id(), new Held(subscription, record.partition()));
    } catch (RuntimeException e) {
      Problem problem = new Problem("filters", String.valueOf(e.getMessage()));
      unreadable.leaveOut(record, new Reading.Bad<>(List.of(problem)));
    }
  }

  private void takeCursor(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      progress.remove(key(record));
    } else {
      Json.read(record, Progress.class, any -> key(record))
          .use(
              known -> progress.put(key(record), new Known(known, record.partition())),
              why -> unreadable.leaveOut(record, why));
    }
  }

  private static String key(ConsumerRecord<byte[], byte[]> record) {
    return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
  }
}
