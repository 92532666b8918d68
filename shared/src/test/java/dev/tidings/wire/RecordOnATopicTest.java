package dev.tidings.wire;

import static dev.tidings.wire.Submissions.accepted;
import static dev.tidings.wire.Submissions.full;
import static dev.tidings.wire.Submissions.good;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.update.Kind;
import dev.tidings.update.Mode;
import dev.tidings.update.RelationshipUpdate;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordOnATopicTest {

  @Test
  void ofAnUpdateIsKeyedByItsRelationshipAndHasCloudEventsHeaders() {
    RelationshipUpdate update = accepted(full());

    ProducerRecord<byte[], byte[]> record = CloudEvents.record(update);

    assertThat(record.topic()).isEqualTo("relations.incidents");
    assertThat(record.partition()).isNull();
    assertThat(record.timestamp()).isNull();
    assertThat(record.key()).asString().isEqualTo("IRN-PAK");
    assertThat(record.value()).isEqualTo(UpdateJson.write(update));
    assertThat(headers(record))
        .containsExactly(
            Map.entry("ce_specversion", "1.0"),
            Map.entry("ce_id", "https://desk.example/2024/0117-strikes#3"),
            Map.entry("ce_type", "dev.tidings.update.incident"),
            Map.entry("ce_source", "/tidings/publish"),
            Map.entry("ce_time", "2024-01-17T09:45:30.250Z"),
            Map.entry("ce_subject", "IRN-PAK"),
            Map.entry("content-type", "application/json"));
  }

  @Test
  void ofAnUpdateThatTheWorkerPublishesAgainIsTheSameButForWhoWroteIt() {
    RelationshipUpdate update = accepted(full());
    ProducerRecord<byte[], byte[]> published = CloudEvents.record(update);

    ProducerRecord<byte[], byte[]> record = CloudEvents.recordByWorker(update);

    Map<String, String> expected = headers(published);
    expected.put("ce_source", "/tidings/summarise");
    assertThat(record.topic()).isEqualTo(published.topic());
    assertThat(record.key()).isEqualTo(published.key());
    assertThat(record.value()).isEqualTo(published.value());
    assertThat(headers(record)).isEqualTo(expected);
  }

  @Test
  void ofASummaryIsKeyedByItsRelationship() {
    ProducerRecord<byte[], byte[]> record =
        CloudEvents.record(good(SummaryJson.read(Approved.bytes("summary-1"))));

    assertThat(record.topic()).isEqualTo("relations.summaries");
    assertThat(record.key()).asString().isEqualTo("IRN-PAK");
    assertThat(record.value()).isEqualTo(Approved.bytes("summary-1"));
    assertThat(headers(record))
        .containsEntry("ce_id", "IRN-PAK@2024-01-31T08:15:00.125Z#41")
        .containsEntry("ce_type", "dev.tidings.summary")
        .containsEntry("ce_source", "/tidings/summarise")
        .containsEntry("ce_time", "2024-01-31T08:15:00.125Z")
        .containsEntry("ce_subject", "IRN-PAK");
  }

  @Test
  void ofANotificationHasItsIdAndTheUpdatesInstant() {
    ProducerRecord<byte[], byte[]> record =
        CloudEvents.record(good(NotificationJson.read(Approved.bytes("notification-1"))));

    assertThat(record.topic()).isEqualTo("relations.notifications");
    assertThat(record.key()).asString().isEqualTo("IRN-PAK");
    assertThat(record.value()).isEqualTo(Approved.bytes("notification-1"));
    assertThat(headers(record))
        .containsEntry("ce_id", "0f1e2d3c4b5a69788796a5b4c3d2e1f0")
        .containsEntry("ce_type", "dev.tidings.notification")
        .containsEntry("ce_source", "/tidings/summarise")
        .containsEntry("ce_time", "2024-01-17T10:00:00Z");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void ofAnUpdateGoesToItsKindsTopic(Kind kind) {
    Mode mode =
        Arrays.stream(Mode.values()).filter(m -> m.kind() == kind).findFirst().orElseThrow();
    RelationshipUpdate update = accepted(full().put("kind", kind.word()).put("mode", mode.word()));

    ProducerRecord<byte[], byte[]> record = CloudEvents.record(update);

    assertThat(record.topic()).isEqualTo(Topic.of(kind).topicName());
    assertThat(headers(record)).containsEntry("ce_type", "dev.tidings.update." + kind.word());
  }

  @Test
  void isTheSameWhoeverTheActorIs() {
    RelationshipUpdate update = accepted(full().put("actor", "PAK").put("counterpart", "IRN"));

    assertThat(CloudEvents.record(update).key()).asString().isEqualTo("IRN-PAK");
  }

  private static Map<String, String> headers(ProducerRecord<byte[], byte[]> record) {
    Map<String, String> headers = new LinkedHashMap<>();
    record
        .headers()
        .forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
    assertThat(headers).hasSize(record.headers().toArray().length);
    return headers;
  }
}
