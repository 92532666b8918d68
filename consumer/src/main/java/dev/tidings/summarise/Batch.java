package dev.tidings.summarise;

import dev.tidings.notification.Notification;
import dev.tidings.party.Relationship;
import dev.tidings.relationship.RelationshipState;
import dev.tidings.relationship.edition.Transition;
import dev.tidings.relationship.news.Announcements;
import dev.tidings.relationship.time.Lapse;
import dev.tidings.relationship.view.View;
import dev.tidings.summarise.Tally.Seen;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.CloudEvents;
import dev.tidings.wire.Reading;
import dev.tidings.wire.Rejections;
import dev.tidings.wire.UpdateRecords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one transaction tells of one share. Of news each record is folded and announced, and each
 * relationship that it touched gives one summary; history is folded alone.
 *
 * <p>Shares have nothing in common: their batches are made side by side.
 */
final class Batch {

  private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

  private final Share share;
  private final List<ProducerRecord<byte[], byte[]>> told = new ArrayList<>();
  private final Map<Relationship, View> views = new LinkedHashMap<>();
  private final Map<Seen, Integer> seen = new HashMap<>();
  private final List<Instant> published = new ArrayList<>();
  private final Map<TopicPartition, Long> unread = new HashMap<>();

  Batch(Share share) {
    this.share = share;
  }

  Share share() {
    return share;
  }

  /**
   * Folds records of its share.
   *
   * @param records those of each partition in their order
   * @param now by the worker's clock
   */
  void fold(List<List<ConsumerRecord<byte[], byte[]>>> records, Instant now) {
    unread.clear();
    if (share.isLive()) {
      records.forEach(partition -> partition.forEach(record -> announce(record, now)));
    } else {
      records.forEach(this::restore);
    }
  }

  /** Puts the summaries behind what was told; nothing is folded after it. */
  void end() {
    views.values().forEach(view -> told.add(CloudEvents.record(view.summary())));
    views.clear();
  }

  /** Folds history, up to what was not announced yet. */
  private void restore(List<ConsumerRecord<byte[], byte[]>> records) {
    for (ConsumerRecord<byte[], byte[]> record : records) {
      TopicPartition partition = new TopicPartition(record.topic(), record.partition());
      if (!share.isHistory(partition, record.offset())) {
        unread.put(partition, record.offset());
        return;
      }
      if (UpdateRecords.read(record) instanceof Reading.Good<RelationshipUpdate> good) {
        RelationshipState state = share.stateOf(good.value());
        state.add(good.value());
        share.deadlines().changed(state);
      }
      see(record, Outcome.HISTORY);
    }
  }

  /** Folds a record; poison becomes a rejection, and the next record is none the worse for it. */
  private void announce(ConsumerRecord<byte[], byte[]> record, Instant now) {
    Reading<RelationshipUpdate> reading = UpdateRecords.read(record);
    if (reading instanceof Reading.Good<RelationshipUpdate> good) {
      RelationshipState state = share.stateOf(good.value());
      boolean isNew = fold(good.value(), state, Instant.ofEpochMilli(record.timestamp()));
      see(record, isNew ? Outcome.APPLIED : Outcome.DUPLICATE);
      share.deadlines().changed(state);
      if (UpdateRecords.isByWorker(record)) {
        share.deadlines().cameBack(state, Instant.ofEpochMilli(record.timestamp()), now);
      }
    } else if (reading instanceof Reading.Bad<RelationshipUpdate> bad) {
      LOG.atWarn()
          .addKeyValue("topic", record.topic())
          .addKeyValue("partition", record.partition())
          .addKeyValue("offset", record.offset())
          .log("a record cannot be read; it goes to the rejected ones with the reason");
      told.add(Rejections.record(record, bad.inOneLine()));
      see(record, Outcome.REJECTED);
    }
  }

  private void see(ConsumerRecord<byte[], byte[]> record, Outcome outcome) {
    seen.merge(new Seen(record.topic(), outcome), 1, Integer::sum);
  }

  /** Folds an update, and gives whether it was not known before. */
  private boolean fold(RelationshipUpdate update, RelationshipState state, Instant publishedAt) {
    View before = before(state);
    List<Transition> transitions = state.add(update);
    if (transitions.isEmpty() || !state.isKnown()) {
      return !transitions.isEmpty();
    }
    View after = state.view(before);
    views.put(state.relationship(), after);
    List<Lapse> lapses = state.lapses(before, after);
    for (Notification notification :
        Announcements.of(transitions, lapses, before, after, publishedAt)) {
      told.add(CloudEvents.record(notification));
      published.add(publishedAt);
    }
    return true;
  }

  private @Nullable View before(RelationshipState state) {
    View inThisBatch = views.get(state.relationship());
    if (inThisBatch != null) {
      return inThisBatch;
    }
    return state.isKnown() ? state.view(null) : null;
  }

  /** Notifications and rejections in the order of their causes, and the summaries behind them. */
  List<ProducerRecord<byte[], byte[]>> records() {
    return told;
  }

  /** How many records were in it, by what became of them. */
  Map<Seen, Integer> seen() {
    return seen;
  }

  /** When the updates came that its notifications tell of, one for each. */
  List<Instant> published() {
    return published;
  }

  /** Where to go on, in partitions of which not all records were folded the last time. */
  Map<TopicPartition, Long> unread() {
    return unread;
  }
}
