package dev.tidings.summarise;

import dev.tidings.notification.Notification;
import dev.tidings.party.Relationship;
import dev.tidings.relationship.Announcements;
import dev.tidings.relationship.Lapse;
import dev.tidings.relationship.RelationshipState;
import dev.tidings.relationship.Transition;
import dev.tidings.relationship.View;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The news of one poll: each record is folded and announced, and each relationship that it touched
 * gives one summary. With it goes what time has changed meanwhile, to be news of a later poll.
 */
final class Batch {

  private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

  /** Of so many moments at most a batch says that they have come. */
  private static final int MOST_DUE = 1_000;

  private final List<ProducerRecord<byte[], byte[]>> told = new ArrayList<>();
  private final Map<Relationship, View> views = new LinkedHashMap<>();
  private final List<RelationshipUpdate> due = new ArrayList<>();
  private final Map<Seen, Integer> seen = new HashMap<>();
  private final List<Instant> published = new ArrayList<>();
  private final Instant now;

  /**
   * Begins.
   *
   * @param now by the worker's clock
   */
  Batch(Instant now) {
    this.now = now;
  }

  /** Folds a record; poison becomes a rejection, and the next record is none the worse for it. */
  void add(ConsumerRecord<byte[], byte[]> record, Share share) {
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

  /** Takes what is over by now in a share, as far as there is room for it. */
  void addDue(Share share, Instant now) {
    due.addAll(share.deadlines().take(now, MOST_DUE - due.size()));
  }

  boolean hasDue() {
    return !due.isEmpty();
  }

  /** Notifications and rejections in the order of their causes, the summaries, and what is due. */
  List<ProducerRecord<byte[], byte[]>> records() {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(told);
    views.values().forEach(view -> records.add(CloudEvents.record(view.summary())));
    due.forEach(update -> records.add(CloudEvents.recordByWorker(update)));
    return records;
  }

  /** How many records were in it, by what became of them. */
  Map<Seen, Integer> seen() {
    return seen;
  }

  /** When the updates came that its notifications tell of, one for each. */
  List<Instant> published() {
    return published;
  }
}
