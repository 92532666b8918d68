package dev.tidings.relationship.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.relationship.Histories;
import dev.tidings.relationship.RandomHistories;
import dev.tidings.relationship.RelationshipState;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.CloudEvents;
import dev.tidings.wire.Reading;
import dev.tidings.wire.UpdateRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/**
 * Histories whose publishers' clocks are up to 5 minutes ahead of Kafka's, some of it sent twice.
 */
class AheadOfTheClockTest {

  private static final int HISTORIES = 500;
  private static final int MOST_AHEAD_S = 300;

  private final Random random = new Random(2_026);

  @Test
  void givesTheSameBytesInAnyOrderAndNoClockBeyondKafkas() {
    RandomHistories histories = new RandomHistories(2_026);
    for (int i = 0; i < HISTORIES; i++) {
      List<ConsumerRecord<byte[], byte[]>> log = log(histories.next(4, 14));
      RelationshipState inOrder = folded(log);
      List<ConsumerRecord<byte[], byte[]>> shuffled = new ArrayList<>(log);
      Collections.shuffle(shuffled, random);
      shuffled.addAll(log.subList(0, random.nextInt(log.size())));

      RelationshipState other = folded(shuffled);

      assertThat(shown(other)).isEqualTo(shown(inOrder));
      assertThat(other.clock()).isEqualTo(inOrder.clock()).isBefore(end(log));
    }
  }

  private List<ConsumerRecord<byte[], byte[]>> log(List<RelationshipUpdate> history) {
    List<ConsumerRecord<byte[], byte[]>> log = new ArrayList<>();
    for (RelationshipUpdate update : history) {
      for (int sent = 0; sent <= random.nextInt(2); sent++) {
        Duration ahead = Duration.ofSeconds(random.nextInt(2 * MOST_AHEAD_S) - MOST_AHEAD_S);
        log.add(record(update, update.versionCreated().minus(ahead)));
      }
    }
    return log;
  }

  private static RelationshipState folded(List<ConsumerRecord<byte[], byte[]>> log) {
    RelationshipState state = new RelationshipState(Histories.IRAN_AND_PAKISTAN);
    for (ConsumerRecord<byte[], byte[]> record : log) {
      assertThat(UpdateRecords.read(record)).isInstanceOf(Reading.Good.class);
      if (UpdateRecords.read(record) instanceof Reading.Good<RelationshipUpdate> good) {
        state.add(good.value());
      }
    }
    return state;
  }

  private static String shown(RelationshipState state) {
    return state.isKnown() ? Histories.json(state.summary()) : "nothing is known";
  }

  /** The end of the millisecond in which Kafka stored the last of them. */
  private static Instant end(List<ConsumerRecord<byte[], byte[]>> log) {
    long last = log.stream().mapToLong(ConsumerRecord::timestamp).max().orElseThrow();
    return Instant.ofEpochMilli(last + 1);
  }

  private static ConsumerRecord<byte[], byte[]> record(RelationshipUpdate update, Instant stored) {
    ProducerRecord<byte[], byte[]> sent = CloudEvents.record(update);
    return new ConsumerRecord<>(
        sent.topic(),
        0,
        0L,
        stored.toEpochMilli(),
        TimestampType.LOG_APPEND_TIME,
        sent.key().length,
        sent.value().length,
        sent.key(),
        sent.value(),
        new RecordHeaders(sent.headers()),
        Optional.empty());
  }
}
