package dev.tidings.summarise;

import static dev.tidings.fixture.UpdateFixture.update;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.broker.EmbeddedBroker;
import dev.tidings.update.Mode;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.CloudEvents;
import dev.tidings.wire.Rejections;
import dev.tidings.wire.Topic;
import dev.tidings.wire.UpdateJson;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A record that no update can be read from stands before good ones. */
class PoisonTest {

  private static final RelationshipUpdate GOOD = update("good").get();
  private static final String JSON = new String(UpdateJson.write(GOOD), UTF_8);

  @TempDir static Path folder;
  private static EmbeddedBroker broker;
  private static Kafka kafka;
  private static Summariser worker;
  private static Thread thread;
  private static int number;

  @BeforeAll
  static void start() {
    broker = EmbeddedBroker.start(folder, 0);
    kafka = Kafka.at(broker.bootstrap());
    worker = new Summariser(kafka.client(), new SimpleMeterRegistry());
    thread = new Thread(worker, "worker");
    thread.start();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    worker.stop();
    thread.join();
    kafka.close();
    broker.close();
  }

  static Stream<Arguments> poisons() {
    return Stream.of(
        Arguments.of("broken UTF-8", "IRN-PAK", broken(JSON), "byte 40 is not UTF-8"),
        Arguments.of("broken JSON", "IRN-PAK", JSON.substring(0, 99).getBytes(UTF_8), "no JSON"),
        Arguments.of("nothing at all", "IRN-PAK", new byte[0], "nothing there"),
        Arguments.of("a list", "IRN-PAK", ("[" + JSON + "]").getBytes(UTF_8), "expected"),
        Arguments.of("a text", "IRN-PAK", "\"text\"".getBytes(UTF_8), "expected"),
        Arguments.of("nothing in it", "IRN-PAK", "{}".getBytes(UTF_8), "uri"),
        Arguments.of("a field that is null", "IRN-PAK", with("\"PAK\"", "null"), "counterpart"),
        Arguments.of("too deep", "IRN-PAK", "[".repeat(40).getBytes(UTF_8), "no JSON"),
        Arguments.of("too large", "IRN-PAK", " ".repeat(300_000).getBytes(UTF_8), "300000 bytes"),
        Arguments.of(
            "wrong key", "FRA-PAK", JSON.getBytes(UTF_8), "key: 'FRA-PAK'; expected IRN-PAK"),
        Arguments.of("no key", null, JSON.getBytes(UTF_8), "key: none; expected IRN-PAK"),
        Arguments.of("null value", "IRN-PAK", null, "nothing there; expected an update"),
        Arguments.of(
            "unknown kind", "IRN-PAK", with("\"visit\",\"mode\"", "\"tea\",\"mode\""), "'tea'"),
        Arguments.of(
            "kind of another topic",
            "IRN-PAK",
            with("\"visit\",\"mode\":\"visit\"", "\"border\",\"mode\":\"opens\""),
            "border on relations.visits"),
        Arguments.of(
            "far future", "IRN-PAK", with("2024-01-16T23", "9024-01-16T23"), "versionCreated"),
        Arguments.of("same party twice", "IRN-PAK", with("\"PAK\"", "\"IRN\""), "counterpart"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("poisons")
  void isKeptWithItsBytesAndTheReasonAndStopsNothing(
      String name, @Nullable String key, byte @Nullable [] value, String reason) {
    RelationshipUpdate next = update("after" + number++).get();
    int before = kafka.read(Topic.REJECTED).size();

    kafka.publish(
        new ProducerRecord<>(
            Topic.VISITS.topicName(),
            partitionOf(next),
            key == null ? null : key.getBytes(UTF_8),
            value));
    kafka.publish(CloudEvents.record(next));
    kafka.awaitProcessed();

    List<ConsumerRecord<byte[], byte[]>> rejected = kafka.read(Topic.REJECTED);
    assertThat(rejected).hasSize(before + 1);
    ConsumerRecord<byte[], byte[]> last = rejected.get(before);
    assertThat(last.value()).isEqualTo(value);
    assertThat(last.key()).isEqualTo(key == null ? null : key.getBytes(UTF_8));
    assertThat(header(last, Rejections.REASON)).contains(reason).doesNotContain("\n");
    assertThat(header(last, Rejections.TOPIC)).isEqualTo("relations.visits");
    assertThat(kafka.told()).contains(next.id() + " update");
  }

  @Test
  void anUnknownFutureFieldIsNoPoison() {
    RelationshipUpdate known = update("future").mode(Mode.OFFICIAL_VISIT).get();
    String json = new String(UpdateJson.write(known), UTF_8);
    byte[] future = json.replaceFirst("\\{", "{\"mood\":{\"of\":[\"the day\"]},").getBytes(UTF_8);
    int before = kafka.read(Topic.REJECTED).size();

    kafka.publish(
        new ProducerRecord<>(Topic.VISITS.topicName(), "IRN-PAK".getBytes(UTF_8), future));
    kafka.awaitProcessed();

    assertThat(kafka.told()).contains(known.id() + " update");
    assertThat(kafka.read(Topic.REJECTED)).hasSize(before);
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  private static int partitionOf(RelationshipUpdate update) {
    byte[] key = update.relationship().key().getBytes(UTF_8);
    return org.apache.kafka.common.utils.Utils.toPositive(
            org.apache.kafka.common.utils.Utils.murmur2(key))
        % Kafka.PARTITIONS;
  }

  private static byte[] broken(String json) {
    byte[] bytes = json.getBytes(UTF_8);
    bytes[39] = (byte) 0xC3;
    bytes[40] = '(';
    return bytes;
  }

  private static byte[] with(String what, String instead) {
    assertThat(JSON).contains(what);
    return JSON.replace(what, instead).getBytes(UTF_8);
  }
}
