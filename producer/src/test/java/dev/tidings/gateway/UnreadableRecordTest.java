package dev.tidings.gateway;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.fixture.UpdateFixture.uri;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.http.Publisher;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.CloudEvents;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A record of an update topic, or a header of one, that a gateway cannot read. */
class UnreadableRecordTest {

  private static final Instant NOW = Instant.parse("2024-06-01T12:00:00Z");
  private static final RelationshipUpdate UPDATE = update("a").get();
  private static final Publisher DESK = new Publisher("desk", Set.of(), Set.of());

  private final Index index = new Index(new Keys(Clock.fixed(NOW, ZoneOffset.UTC)));

  @Test
  void isCountedAndLeftOut() {
    String good = new String(CloudEvents.record(UPDATE).value(), UTF_8);

    Stream.of("", "no JSON", "[1]", "\"text\"", "{}", "null", "x".repeat(900_000))
        .forEach(value -> index.add(record("IRN-PAK", value)));
    index.add(record("IRN-PAK", null));
    index.add(record("FRA-PAK", good));
    index.add(record(null, good));

    assertThat(index.size()).isZero();
    assertThat(index.unreadable().count("relations.visits")).isEqualTo(10);
  }

  @Test
  void isNoneWhenAHeaderAloneHasNoValue() {
    ProducerRecord<byte[], byte[]> sent = CloudEvents.record(UPDATE, "/tidings/gateway/desk");
    sent.headers().add(Key.HEADER, null).add("ce_source", null);

    index.add(record(new RecordHeaders(sent.headers().toArray()), sent.key(), sent.value()));

    assertThat(index.of(uri("a")).map(Stand::owner)).isEqualTo(Optional.of(""));
    assertThat(index.whyNot(uri("a"), DESK)).isPresent();
    assertThat(index.unreadable().count("relations.visits")).isZero();
  }

  private static ConsumerRecord<byte[], byte[]> record(
      @Nullable String key, @Nullable String value) {
    return record(
        new RecordHeaders(),
        key == null ? null : key.getBytes(UTF_8),
        value == null ? null : value.getBytes(UTF_8));
  }

  private static ConsumerRecord<byte[], byte[]> record(
      RecordHeaders headers, byte @Nullable [] key, byte @Nullable [] value) {
    return new ConsumerRecord<>(
        "relations.visits",
        0,
        0,
        NOW.toEpochMilli(),
        TimestampType.CREATE_TIME,
        -1,
        -1,
        key,
        value,
        headers,
        Optional.empty());
  }
}
