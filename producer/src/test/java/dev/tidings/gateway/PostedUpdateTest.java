package dev.tidings.gateway;

import static dev.tidings.gateway.Texts.newUri;
import static dev.tidings.gateway.Texts.summit;
import static dev.tidings.gateway.Texts.visit;
import static dev.tidings.gateway.Texts.visitOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.gateway.Desk.Reply;
import dev.tidings.publish.Kafka;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Updates that are as they should be. */
class PostedUpdateTest {

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2024-06-01T12:00:00Z"), ZoneOffset.UTC);

  private static Desk desk;

  @BeforeAll
  static void open() {
    desk = Desk.open(Kafka.embedded().client(), null, NOON);
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @Test
  void standsWhereTheAnswerSays() {
    Kafka kafka = Kafka.embedded();
    String uri = newUri();

    Reply reply = desk.post(visit(uri, "'version':3"));

    assertThat(reply.status()).isEqualTo(202);
    JsonNode published = reply.published().get(0);
    assertThat(published.get("uri").stringValue()).isEqualTo(uri);
    assertThat(published.get("version").intValue()).isEqualTo(3);
    ConsumerRecord<byte[], byte[]> record = kafka.records("read_committed").get(0);
    JsonNode position = published.get("records").get(0);
    assertThat(position.get("relationship").stringValue()).isEqualTo("IRN-PAK");
    assertThat(position.get("topic").stringValue())
        .isEqualTo(record.topic())
        .isEqualTo("relations.visits");
    assertThat(position.get("partition").intValue()).isEqualTo(record.partition());
    assertThat(position.get("offset").longValue()).isEqualTo(record.offset());
    assertThat(header(record, "ce_id")).isEqualTo(uri + "#3");
    assertThat(header(record, "ce_source")).isEqualTo("/tidings/gateway");
  }

  @Test
  void isIssuedWhenItIsReceivedUnlessItSaysWhen() {
    Kafka kafka = Kafka.embedded();

    desk.post(visit(newUri()));

    assertThat(kafka.published().get(0)).contains("\"versionCreated\":\"2024-06-01T12:00:00Z\"");
  }

  @Test
  void mayBeOneOfAList() {
    Kafka kafka = Kafka.embedded();
    String first = newUri();
    String second = newUri();

    Reply reply = desk.post("[" + visit(first) + ", " + visitOf(second, "IRN", "TUR") + "]");

    assertThat(reply.status()).isEqualTo(202);
    assertThat(uris(reply)).containsExactly(first, second);
    assertThat(kafka.published()).hasSize(2);
  }

  @Test
  void mayBeOneOfSeveralLines() {
    Kafka kafka = Kafka.embedded();
    String first = newUri();
    String second = newUri();

    Reply reply = desk.postLines(visit(first), "", visit(second) + "\r");

    assertThat(reply.status()).isEqualTo(202);
    assertThat(uris(reply)).containsExactly(first, second);
    assertThat(kafka.published()).hasSize(2);
  }

  @Test
  void isARecordForEachPairOfManyParties() {
    Kafka kafka = Kafka.embedded();

    Reply reply = desk.post(summit(newUri(), "'TUR','IRN','PAK'"));

    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.published().get(0).get("records").valueStream())
        .extracting(record -> record.get("relationship").stringValue())
        .containsExactly("IRN-PAK", "IRN-TUR", "PAK-TUR");
    assertThat(kafka.records("read_committed")).hasSize(3);
  }

  @Test
  void keepsWhatAHeadlineSaysAsItIs() {
    Kafka kafka = Kafka.embedded();

    assertThat(
            desk.post(visit(newUri(), "'headline':'<script>alert(1)</script> & =SUM(A1)'"))
                .status())
        .isEqualTo(202);

    assertThat(kafka.published().get(0))
        .contains("\"headline\":\"<script>alert(1)</script> & =SUM(A1)\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "[%s]", "%s\n"})
  void mayBeginWithAByteOrderMark(String form) {
    String type = form.endsWith("\n") ? "application/x-ndjson" : "application/json";
    String uri = newUri();

    Reply posted = desk.send("POST", "/updates", type, "\uFEFF" + form.formatted(visit(uri)));
    Reply put = desk.put(uri, "\uFEFF" + visit(uri));

    assertThat(posted.status()).isEqualTo(202);
    assertThat(uris(posted)).containsExactly(uri);
    assertThat(put.status()).isEqualTo(202);
  }

  @Test
  void maySayHowItsJsonIsEncoded() {
    assertThat(
            desk.send("POST", "/updates", "Application/JSON; charset=\"UTF-8\"", visit(newUri()))
                .status())
        .isEqualTo(202);
  }

  @Test
  void isCounted() {
    desk.post(visit(newUri()));

    String metrics = desk.get("/metrics").whole().body();

    assertThat(metrics)
        .contains("tidings_gateway_records_total{kind=\"visit\",outcome=\"published\"}")
        .contains("tidings_gateway_publish_seconds_count")
        .contains("tidings_gateway_uris")
        .contains("kafka_producer_")
        .contains("jvm_memory_used_bytes");
  }

  static List<String> uris(Reply reply) {
    return reply.published().valueStream().map(each -> each.get("uri").stringValue()).toList();
  }

  static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
