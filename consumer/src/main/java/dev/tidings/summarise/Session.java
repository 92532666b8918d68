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
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One life of the worker, from joining the group to the first failure: it polls, folds and commits.
 *
 * <p>While a transaction is committed, it reads and folds what the next one will tell: so one that
 * finds a record commits it at once, and one that finds thousands commits them together. It has no
 * other state than what it read, so that a failure is mended by forgetting it all.
 */
final class Session implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Session.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
  private static final Duration LOOK_WITHIN = Duration.ofSeconds(2);

  /**
   * At most so many come in one poll: many, as those of each share are folded side by side, and as
   * a relationship that many of them touch gives one summary.
   */
  static final int MOST_POLLED = 20_000;

  /** When so many are folded, the transaction before is waited for. */
  private static final int MOST_FOLDED = 20_000;

  /** At most so many records that say what is due are written in one step. */
  private static final int MOST_DUE = 1_000;

  /** Whoever has no partitions asks the group about this one, to know that Kafka answers. */
  private static final TopicPartition ANY = new TopicPartition(Topic.VISITS.topicName(), 0);

  private final Consumer<byte[], byte[]> consumer;
  private final Committer committer;
  private final Assignment assignment;
  private final Tally tally;
  private final Clock clock;

  /** What was folded since the last transaction began. */
  private final Map<Share, Batch> folded = new LinkedHashMap<>();

  private int recordsFolded;
  private long looked = System.nanoTime() - LOOK_EVERY.toNanos();
  private boolean hadNone;

  Session(Consumer<byte[], byte[]> consumer, Outbox outbox, Tally tally, Clock clock) {
    this.consumer = consumer;
    this.committer = new Committer(outbox);
    this.clock = clock;
    this.assignment = new Assignment(consumer, this::awaitCommit);
    this.tally = tally;
    consumer.subscribe(Role.SUMMARISE.reads(), assignment);
  }

  /** Polls once, folds what that brought, and commits it unless a transaction is under way. */
  void step() {
    ConsumerRecords<byte[], byte[]> records =
        consumer.poll(committer.isBusy() ? Duration.ZERO : POLL);
    Instant now = clock.instant();
    fold(records, now);
    assignment.shares().stream().filter(share -> !share.isLive()).forEach(this::goLiveWhenRestored);
    tally.shares(assignment.shares(), hasJoined(), historyToGo());
    if (!hasMore(records)) {
      commit(now);
    }
    if (System.nanoTime() - looked >= LOOK_EVERY.toNanos()) {
      look();
      looked = System.nanoTime();
    }
  }

  /**
   * Ends the transaction that is under way, if there is one; what is folded besides is forgotten.
   */
  @Override
  public void close() {
    committer.close();
  }

  /** Whether to read on, as the next commit has to wait anyway. */
  private boolean hasMore(ConsumerRecords<byte[], byte[]> records) {
    return !records.isEmpty() && committer.isBusy() && recordsFolded < MOST_FOLDED;
  }

  private void fold(ConsumerRecords<byte[], byte[]> records, Instant now) {
    Map<Batch, List<List<ConsumerRecord<byte[], byte[]>>>> byShare = new LinkedHashMap<>();
    for (TopicPartition partition : records.partitions()) {
      Share share = assignment.shareOf(partition);
      if (share != null) {
        byShare
            .computeIfAbsent(
                folded.computeIfAbsent(share, Batch::new), unknown -> new ArrayList<>())
            .add(records.records(partition));
      }
    }
    byShare.entrySet().parallelStream().forEach(of -> of.getKey().fold(of.getValue(), now));
    byShare.keySet().forEach(batch -> batch.unread().forEach(consumer::seek));
    recordsFolded += records.count();
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

  /** Waits for the transaction before, and starts to commit what was folded since. */
  private void commit(Instant now) {
    folded.values().parallelStream().forEach(Batch::end);
    awaitCommit();
    folded.keySet().retainAll(Set.copyOf(assignment.shares()));
    List<Batch> batches = List.copyOf(folded.values());
    folded.clear();
    recordsFolded = 0;
    List<RelationshipUpdate> due = due(now);
    Map<TopicPartition, OffsetAndMetadata> offsets = offsets(!due.isEmpty());
    if (offsets.isEmpty()) {
      tally.onTheirWay(onTheirWay());
      batches.forEach(this::count);
      return;
    }
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    batches.forEach(batch -> records.addAll(batch.records()));
    due.forEach(update -> records.add(CloudEvents.recordByWorker(update)));
    tally.onTheirWayAtMost(onTheirWay());
    committer.start(new Transaction(batches, records, offsets, consumer.groupMetadata()));
  }

  /**
   * How far the worker has read.
   *
   * @param evenIfCommitted a commit of offsets is what fences a worker that has lost its
   *     partitions: without one it could still say what is due in them
   */
  private Map<TopicPartition, OffsetAndMetadata> offsets(boolean evenIfCommitted) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    for (Share share : assignment.shares()) {
      if (share.isLive()) {
        for (TopicPartition partition : share.partitions()) {
          long position = consumer.position(partition);
          if (evenIfCommitted || !share.isCommitted(partition, position)) {
            offsets.put(partition, new OffsetAndMetadata(position));
          }
        }
      }
    }
    return offsets;
  }

  private void awaitCommit() {
    Optional<Transaction> committed;
    try {
      committed = committer.await();
    } catch (KafkaException e) {
      tally.aborted();
      throw e;
    }
    committed.ifPresent(this::committed);
  }

  private void committed(Transaction transaction) {
    transaction.offsets().forEach(this::committed);
    tally.committed();
    tally.onTheirWay(onTheirWay());
    transaction.batches().forEach(this::count);
  }

  private void committed(TopicPartition partition, OffsetAndMetadata offset) {
    Share share = assignment.shareOf(partition);
    if (share != null) {
      share.committed(partition, offset.offset());
    }
  }

  private void count(Batch batch) {
    tally.done(batch.seen(), batch.published(), clock.instant());
  }
}
