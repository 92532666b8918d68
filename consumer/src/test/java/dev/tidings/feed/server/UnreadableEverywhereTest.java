package dev.tidings.feed.server;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.fixture.UpdateFixture.uri;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidings.feed.Archive;
import dev.tidings.feed.LiveFeed;
import dev.tidings.feed.Replica;
import dev.tidings.party.Relationship;
import dev.tidings.update.Kind;
import dev.tidings.wire.Json;
import dev.tidings.wire.JsonText;
import dev.tidings.wire.Reading;
import dev.tidings.wire.Topic;
import dev.tidings.wire.TopicReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Records from which nothing can be read stand on every topic that a feed reads. */
class UnreadableEverywhereTest {

  @TempDir static Path folder;
  private static LiveFeed live;
  private static Receiver receiver;
  private static int number;

  @BeforeAll
  static void start() {
    live = LiveFeed.serving(folder);
    receiver = Receiver.start();
    receiver.subscribeAt(live);
    tell("first");
    await().until(() -> !records(Topic.CURSORS).isEmpty());
  }

  @AfterAll
  static void stop() {
    receiver.close();
    live.close();
  }

  static Stream<List<Topic>> topics() {
    return Stream.of(
        Arrays.stream(Kind.values()).map(Topic::of).toList(),
        List.of(Topic.NOTIFICATIONS),
        List.of(Topic.SUBSCRIPTIONS),
        List.of(Topic.CURSORS));
  }

  @ParameterizedTest
  @MethodSource("topics")
  void areCountedAndStopNothing(List<Topic> topics) {
    Map<Topic, Double> expected = new EnumMap<>(Topic.class);
    List<ProducerRecord<byte[], byte[]>> all = new ArrayList<>();
    for (Topic topic : topics) {
      List<ProducerRecord<byte[], byte[]>> unreadable = unreadable(topic);
      expected.put(topic, counted(topic) + unreadable.size());
      all.addAll(unreadable);
    }
    int told = live.replica().feed().size();

    live.write(all);
    tell("after" + number++);

    await()
        .untilAsserted(
            () ->
                assertThat(expected)
                    .allSatisfy((topic, count) -> assertThat(counted(topic)).isEqualTo(count)));
    assertThat(live.replica().feed().size()).isEqualTo(told + 1);
    assertThat(live.get("/subscriptions").body()).contains("a test");
    try (Replica startedSince = Replica.open(live.client())) {
      assertThat(startedSince.complete()).succeedsWithin(Duration.ofSeconds(30));
      assertThat(startedSince.feed().head()).isEqualTo(live.replica().feed().head());
    }
  }

  @Test
  void areNotWhatEndsAReplicaButAFaultIsSaidAtOnce() {
    try (Replica faulty = Replica.open(live.client())) {
      assertThat(faulty.complete()).succeedsWithin(Duration.ofSeconds(30));
      faulty
          .feed()
          .onNews(
              () -> {
                throw new IllegalStateException("a fault of ours");
              });

      tell("after" + number++);

      assertThat(faulty.ended())
          .failsWithin(Duration.ofSeconds(30))
          .withThrowableOfType(ExecutionException.class)
          .withMessageContaining("a fault of ours");
      assertThat(faulty.isReady()).isFalse();
    }
  }

  @Test
  void areNotAmongTheSummaries() {
    live.write(unreadable(Topic.SUMMARIES));
    live.write(unreadable(Topic.REJECTED));
    tell("after" + number++);

    assertThat(Archive.readSummaries(live.client()))
        .containsOnlyKeys(Relationship.parse("IRN-PAK"));
  }

  /** Publishes an update, and waits until the feed, its page and its webhook have told it. */
  private static void tell(String name) {
    live.publish(update(name).visit("IRN", "PAK").get());
    await()
        .atMost(30, TimeUnit.SECONDS)
        .until(
            () ->
                live.get("/notifications?limit=500").body().contains(uri(name))
                    && receiver.bodies().stream().anyMatch(body -> body.contains(uri(name))));
    live.awaitTold();
  }

  private static double counted(Topic topic) {
    return live.meters()
        .get("tidings.feed.unreadable")
        .tag("topic", topic.topicName())
        .functionCounter()
        .count();
  }

  private static List<ProducerRecord<byte[], byte[]>> unreadable(Topic topic) {
    String key = "IRN-PAK";
    String value = "{\"uri\":\"test:x\",\"kind\":\"tea\"}";
    List<ConsumerRecord<byte[], byte[]>> there = records(topic);
    if (!there.isEmpty() && topic != Topic.REJECTED) {
      key = new String(there.get(0).key(), UTF_8);
      value = new String(there.get(0).value(), UTF_8);
    }
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    records.add(record(topic, key, ""));
    records.add(record(topic, key, "null"));
    records.add(record(topic, key, "no JSON"));
    records.add(record(topic, key, "[" + value + "]"));
    records.add(record(topic, key, "\"text\""));
    records.add(record(topic, key, "{}"));
    records.add(record(topic, key, "{\"recent\":\"" + "x".repeat(900_000) + "\"}"));
    if (!topic.settings().getOrDefault("cleanup.policy", "").equals("compact")) {
      // There nothing can be without a key, and no value is a deletion.
      records.add(record(topic, null, value));
      records.add(new ProducerRecord<>(topic.topicName(), key.getBytes(UTF_8), null));
    }
    if (topic != Topic.CURSORS) {
      records.add(record(topic, "FRA-PAK", value));
    }
    if (topic == Topic.NOTIFICATIONS || topic == Topic.SUBSCRIPTIONS || topic == Topic.CURSORS) {
      for (String lacking : withNulls(value)) {
        records.add(record(topic, key, lacking));
      }
    }
    return records;
  }

  /** The same with null for each thing that must be there. */
  private static List<String> withNulls(String json) {
    List<String> changed = new ArrayList<>();
    for (String name : node(json).propertyNames()) {
      JsonNode value = node(json).get(name);
      if (!value.isNumber() && !value.isBoolean() && !name.equals("description")) {
        changed.add(new String(Json.write(((ObjectNode) node(json)).putNull(name)), UTF_8));
      }
    }
    return changed;
  }

  private static JsonNode node(String json) {
    if (JsonText.parse(json.getBytes(UTF_8)) instanceof Reading.Good<JsonNode> good) {
      return good.value();
    }
    throw new AssertionError(json);
  }

  private static ProducerRecord<byte[], byte[]> record(
      Topic topic, @Nullable String key, String value) {
    return new ProducerRecord<>(
        topic.topicName(), key == null ? null : key.getBytes(UTF_8), value.getBytes(UTF_8));
  }

  private static List<ConsumerRecord<byte[], byte[]>> records(Topic topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    TopicReader.readAll(live.client(), List.of(topic.topicName()), records::add);
    return records;
  }
}
