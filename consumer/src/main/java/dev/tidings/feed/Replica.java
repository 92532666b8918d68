package dev.tidings.feed;

import dev.tidings.notification.Notification;
import dev.tidings.wire.KafkaUnusable;
import dev.tidings.wire.NotificationJson;
import dev.tidings.wire.Reading;
import dev.tidings.wire.Topic;
import dev.tidings.wire.TopicTail;
import dev.tidings.wire.Topics;
import dev.tidings.wire.UnreadableRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A live copy of what stands on the topics: the updates, and what was told of them.
 *
 * <p>An entry joins the feed only when all updates that were there before it are in the archive: so
 * whoever was told something and then asks gets an answer that knows of it.
 */
public final class Replica implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Replica.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);
  private static final Duration SILENCE = Duration.ofSeconds(20);
  private static final long CLOSE_MS = 10_000;

  private final UnreadableRecords unreadable = new UnreadableRecords();
  private final Archive archive = new Archive(unreadable);
  private final Feed feed;
  private final TopicTail tail;
  private final Thread thread = new Thread(this::follow, "tidings-replica");
  private final CompletableFuture<Void> complete = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final List<ConsumerRecord<byte[], byte[]>> untold = new ArrayList<>();

  /** Where everything ended when this began, once Kafka has said so. */
  private @Nullable Map<TopicPartition, Long> start;

  private volatile long heardFromKafka = System.nanoTime();
  private volatile boolean closing;

  private Replica(String log, long beginning, Map<String, Object> client) {
    this.feed = new Feed(log, beginning, archive::withdrawnTerms);
    this.tail =
        new TopicTail(
            client,
            Stream.concat(Topic.updates().stream(), Stream.of(Topic.NOTIFICATIONS.topicName()))
                .toList());
  }

  /**
   * Starts to copy.
   *
   * @param client Kafka client properties, {@code bootstrap.servers} among them
   * @throws KafkaUnusable when Kafka is not there, has not our topics, or refuses us
   */
  public static Replica open(Map<String, Object> client) {
    String log;
    long beginning;
    try (Topics topics = Topics.at(client)) {
      topics.check();
      log = topics.identityOf(Topic.NOTIFICATIONS);
      beginning = topics.beginningOf(Topic.NOTIFICATIONS);
    }
    Replica replica = new Replica(log, beginning, client);
    replica.thread.start();
    return replica;
  }

  public Archive archive() {
    return archive;
  }

  public Feed feed() {
    return feed;
  }

  /** What it, and whoever reads beside it, could not read. */
  public UnreadableRecords unreadable() {
    return unreadable;
  }

  /** Completes when all that was there at the start is copied. */
  public CompletableFuture<Void> complete() {
    return complete;
  }

  /** Completes when it copies no longer: exceptionally, unless it was closed. */
  public CompletableFuture<Void> ended() {
    return ended;
  }

  /** Whether the copy is complete, and Kafka was heard of within 20 s. */
  public boolean isReady() {
    boolean silent = System.nanoTime() - heardFromKafka > SILENCE.toNanos();
    return complete.isDone() && !ended.isDone() && !silent;
  }

  @Override
  public void close() {
    closing = true;
    tail.wakeUp();
    try {
      thread.join(CLOSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow() {
    try (tail) {
      while (!closing) {
        step();
      }
      ended.complete(null);
    } catch (RuntimeException e) {
      if (closing && e instanceof KafkaException) {
        ended.complete(null);
      } else {
        LOG.atError().setCause(e).log("the copy can no longer follow Kafka");
        ended.completeExceptionally(e);
      }
    }
  }

  private void step() {
    try {
      if (start == null) {
        start = tail.writtenEnds();
      }
      boolean heard = copy();
      if (!untold.isEmpty()) {
        tell();
      }
      if (!complete.isDone() && tail.isAt(start)) {
        complete.complete(null);
      }
      if (heard || (isLongSinceHeard() && !tail.readableEnds().isEmpty())) {
        heardFromKafka = System.nanoTime();
      }
    } catch (TimeoutException e) {
      LOG.atWarn().setCause(e).log("Kafka does not answer; waiting for it");
    } catch (WakeupException e) {
      LOG.atTrace().log("closing");
    }
  }

  /** Tells what is known now, once the updates that it may be about are in the archive. */
  private void tell() {
    List<ConsumerRecord<byte[], byte[]>> telling = new ArrayList<>(untold);
    Map<TopicPartition, Long> ends = tail.readableEnds();
    ends.keySet().removeIf(partition -> isFeed(partition.topic()));
    while (!tail.isAt(ends)) {
      copy();
    }
    List<Reading<Notification>> readings =
        telling.parallelStream().map(NotificationJson::read).toList();
    for (int i = 0; i < readings.size(); i++) {
      tell(telling.get(i), readings.get(i));
    }
    untold.subList(0, telling.size()).clear();
  }

  private boolean copy() {
    int untoldBefore = untold.size();
    List<ConsumerRecord<byte[], byte[]>> updates = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : tail.poll(POLL)) {
      (isFeed(record.topic()) ? untold : updates).add(record);
    }
    archive.add(updates);
    return untold.size() > untoldBefore || !updates.isEmpty();
  }

  private void tell(ConsumerRecord<byte[], byte[]> record, Reading<Notification> reading) {
    reading.use(
        told -> feed.add(record.offset(), Instant.ofEpochMilli(record.timestamp()), told),
        why -> unreadable.leaveOut(record, why));
  }

  private boolean isLongSinceHeard() {
    return System.nanoTime() - heardFromKafka > SIGN_OF_LIFE.toNanos();
  }

  private static boolean isFeed(String topic) {
    return topic.equals(Topic.NOTIFICATIONS.topicName());
  }
}
