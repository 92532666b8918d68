package dev.tidings.wire;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.update.RelationshipUpdate;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class UpdateAheadOfKafkasClockTest {

  private static final String STORED = "2024-01-17T12:00:00.123Z";

  @Test
  void wasIssuedWhenKafkaStoredIt() {
    assertThat(created("2024-01-17T12:04:59Z", TimestampType.LOG_APPEND_TIME)).isEqualTo(STORED);
  }

  @Test
  void isNotAheadWithinTheSameMillisecond() {
    String created = "2024-01-17T12:00:00.123999Z";

    assertThat(created(created, TimestampType.LOG_APPEND_TIME)).isEqualTo(created);
    assertThat(created("2024-01-17T12:00:00.124Z", TimestampType.LOG_APPEND_TIME))
        .isEqualTo(STORED);
  }

  @Test
  void isReadAsEverWhereItsProducerSaidWhenItWasStored() {
    String created = "2024-01-17T12:04:59Z";

    assertThat(created(created, TimestampType.CREATE_TIME)).isEqualTo(created);
  }

  private static Instant created(String issued, TimestampType type) {
    ProducerRecord<byte[], byte[]> sent = CloudEvents.record(update("a").issued(issued).get());
    ConsumerRecord<byte[], byte[]> stored =
        new ConsumerRecord<>(
            sent.topic(),
            0,
            0L,
            Instant.parse(STORED).toEpochMilli(),
            type,
            sent.key().length,
            sent.value().length,
            sent.key(),
            sent.value(),
            new RecordHeaders(sent.headers()),
            Optional.empty());
    assertThat(UpdateRecords.read(stored)).isInstanceOf(Reading.Good.class);
    return ((Reading.Good<RelationshipUpdate>) UpdateRecords.read(stored)).value().versionCreated();
  }
}
