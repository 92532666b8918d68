package dev.tidings.summarise;

import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.CloudEvents;
import dev.tidings.wire.Role;
import dev.tidings.wire.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One life of the worker, from joining the group to the first failure: it polls, folds and commits.
 *
 * <p>A poll that finds one record commits one, and one that finds thousands commits them together.
 * It has no other state than what it read, so that a failure is mended by forgetting it all.
 */
final class Session {

  private static final Logger LOG = LoggerFactory.getLogger(Session.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
  private static final Duration LOOK_WITHIN = Duration.ofSeconds(2);

  /** At most so many records that say what is due are written in one step. */
  private static final int MOST_DUE = 1_000;

  /** Whoever has no partitions asks the group about this one, to know that Kafka answers. */
  private static final TopicPartition ANY = new TopicPartition(Topic.VISITS.topicName(), 0);

  private final Consumer<byte[], byte[]> consumer;
  private final Outbox outbox;
  private final Assignment assignment;
  private final Tally tally;
  private final Clock clock;
  private long looked = System.nanoTime() - LOOK_EVERY.toNanos();
  private boolean hadNone;

  Session(Consumer<byte[], byte[]> consumer, Outbox outbox, Tally tally, Clock clock) {
    this.consumer = consumer;
    this.outbox = outbox;
    this.clock = clock;
    this.assignment = new Assignment(consumer);
    this.tally = tally;
    consumer.subscribe(Role.SUMMARISE.reads(), assignment);
  }

  /** Polls once, and commits what came of it. */
  void step() {
    ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
    Instant now = clock.instant();
    List<Batch> batches =
        byShare(records).entrySet().parallelStream()
            .map(of -> Batch.of(of.getKey(), of.getValue(), now))
            .toList();
    batches.forEach(batch -> batch.unread().forEach(consumer::seek));
    List<RelationshipUpdate> due = due(now);
    tally.onTheirWayAtMost(onTheirWay());
    commit(batches, due);
    assignment.shares().stream().filter(share -> !share.isLive()).forEach(this::goLiveWhenRestored);
    tally.onTheirWay(onTheirWay());
    tally.shares(assignment.shares(), hasJoined(), historyToGo());
    if (System.nanoTime() - looked >= LOOK_EVERY.toNanos()) {
      look();
      looked = System.nanoTime();
    }
  }

  /** The records of each share, by partitions. */
  private Map<Share, List<List<ConsumerRecord<byte[], byte[]>>>> byShare(
      ConsumerRecords<byte[], byte[]> records) {
    Map<Share, List<List<ConsumerRecord<byte[], byte[]>>>> byShare = new LinkedHashMap<>();
    for (TopicPartition partition : records.partitions()) {
      Share share = assignment.shareOf(partition);
      if (share != null) {
        byShare
            .computeIfAbsent(share, unknown -> new ArrayList<>())
            .add(records.records(partition));
      }
    }
    return byShare;
  }

  /** What time has changed meanwhile, to be news of a later poll. */
  private List<RelationshipUpdate> due(Instant now) {
    List<RelationshipUpdate> due = new ArrayList<>();
    assignment.shares().stream()
        .filter(this::hasCaughtUp)
        .forEach(share -> due.addAll(share.deadlines().take(now, MOST_DUE - due.size())));
    return due;
  }

  /** Finds out whether Kafka answers, and how much there is to do. */
  private void look() {
    Set<TopicPartition> partitions = new HashSet<>();
    assignment.shares().forEach(share -> partitions.addAll(share.partitions()));
    // Whoever joins has no partitions at first. Who has none at two looks is in reserve.
    boolean hasNone = partitions.isEmpty() && hasJoined();
    tally.inReserve(hadNone && hasNone);
    hadNone = hasNone;
    try {
      if (partitions.isEmpty()) {
        consumer.committed(Set.of(ANY), LOOK_WITHIN);
      }
      Map<TopicPartition, Long> lags = new HashMap<>(consumer.endOffsets(partitions, LOOK_WITHIN));
      lags.replaceAll((partition, end) -> Math.max(0, end - consumer.position(partition)));
      tally.lags(lags);
      tally.heard();
    } catch (TimeoutException e) {
      LOG.debug("Kafka does not say where its topics end");
    }
  }

  private boolean hasJoined() {
    return consumer.groupMetadata().generationId() > 0;
  }

  private long historyToGo() {
    return assignment.shares().stream()
        .filter(share -> !share.isLive())
        .flatMap(share -> share.partitions().stream().map(p -> toGo(share, p)))
        .mapToLong(Long::longValue)
        .sum();
  }

  private long toGo(Share share, TopicPartition partition) {
    return Math.max(0, share.historyEnd(partition) - consumer.position(partition));
  }

  private boolean hasCaughtUp(Share share) {
    return share.isLive()
        && share.partitions().stream().allMatch(p -> share.hasCaughtUp(p, consumer.position(p)));
  }

  private int onTheirWay() {
    return assignment.shares().stream().mapToInt(share -> share.deadlines().onTheirWay()).sum();
  }

  private void goLiveWhenRestored(Share share) {
    boolean restored = true;
    for (TopicPartition partition : share.partitions()) {
      if (consumer.position(partition) >= share.historyEnd(partition)) {
        consumer.pause(Set.of(partition));
      } else {
        restored = false;
      }
    }
    if (restored) {
      share.goLive();
      consumer.resume(share.partitions());
      LOG.atDebug()
          .addKeyValue("partition", share.partitions().iterator().next().partition())
          .log("history folded, news follows");
    }
  }

  private void commit(List<Batch> batches, List<RelationshipUpdate> due) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    for (Share share : assignment.shares()) {
      if (share.isLive()) {
        for (TopicPartition partition : share.partitions()) {
          long position = consumer.position(partition);
          // A commit of offsets is what fences a worker that has lost its partitions: without one
          // it could still say what is due in them.
          if (!due.isEmpty() || !share.isCommitted(partition, position)) {
            offsets.put(partition, new OffsetAndMetadata(position));
          }
        }
      }
    }
    if (!offsets.isEmpty()) {
      List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
      batches.forEach(batch -> records.addAll(batch.records()));
      due.forEach(update -> records.add(CloudEvents.recordByWorker(update)));
      try {
        outbox.commit(records, offsets, consumer.groupMetadata());
      } catch (KafkaException e) {
        tally.aborted();
        throw e;
      }
      offsets.forEach(
          (partition, offset) -> committed(assignment.shareOf(partition), partition, offset));
      tally.committed();
    }
    Instant now = clock.instant();
    batches.forEach(batch -> tally.done(batch.seen(), batch.published(), now));
  }

  private static void committed(
      @Nullable Share share, TopicPartition partition, OffsetAndMetadata offset) {
    if (share != null) {
      share.committed(partition, offset.offset());
    }
  }
}
