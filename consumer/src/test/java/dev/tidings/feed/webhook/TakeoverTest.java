package dev.tidings.feed.webhook;

import static dev.tidings.feed.webhook.Hooks.soon;
import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.fixture.UpdateFixture.uri;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.feed.webhook.Hooks.Created;
import dev.tidings.wire.Json;
import dev.tidings.wire.Reading;
import dev.tidings.wire.Topic;
import dev.tidings.wire.TopicReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes share the subscriptions, and one of them comes to grief. */
class TakeoverTest {

  private static final int SUBSCRIPTIONS = 6;

  @TempDir Path folder;
  private final List<Receiver> receivers = new ArrayList<>();
  private final List<Created> created = new ArrayList<>();
  private Hooks hooks;
  private Process other;
  private int told;

  @BeforeEach
  void start() throws Exception {
    hooks = Hooks.allowingPrivate(folder.resolve("kafka"));
    String bootstrap = String.valueOf(hooks.live().client().get("bootstrap.servers"));
    other = WebhooksProcess.start(bootstrap, folder.resolve("other.log"));
    awaitSharing(2);
    for (int i = 0; i < SUBSCRIPTIONS; i++) {
      Receiver receiver = Receiver.taking();
      receivers.add(receiver);
      created.add(hooks.subscribe(receiver.url(), Map.of("pair", "IRN-PAK")));
    }
    tell(20);
    awaitAllGot();
    soon().untilAsserted(() -> assertThat(cursors()).containsOnly(cursorOfLast()));
  }

  @AfterEach
  void stop() throws Exception {
    other.destroyForcibly().waitFor();
    hooks.close();
    receivers.forEach(Receiver::close);
  }

  @Test
  void theOtherGoesOnWhereTheKilledOneWas() throws Exception {
    tell(60);
    soon().until(() -> receivers.stream().anyMatch(one -> one.calls().size() > 30));
    other.destroyForcibly().waitFor();
    tell(20);

    awaitAllGot();

    assertThat(receivers).allSatisfy(this::gotAllInOrder);
    assertThat(receivers).allSatisfy(this::gotTheFirstTwentyOnce);
    soon().untilAsserted(() -> assertThat(cursors()).containsOnly(cursorOfLast()));
    assertNoCursorWentBack();
  }

  @Test
  void aSleeperThatWakesMovesNoCursorBack() throws Exception {
    tell(60);
    soon().until(() -> receivers.stream().anyMatch(one -> one.calls().size() > 30));
    WebhooksProcess.signal(other, "STOP");
    awaitSharing(1);
    tell(20);
    awaitAllGot();

    WebhooksProcess.signal(other, "CONT");
    awaitSharing(2);
    tell(20);
    awaitAllGot();

    assertThat(receivers).allSatisfy(this::gotAllInOrder);
    assertThat(receivers).allSatisfy(this::gotTheFirstTwentyOnce);
    soon().untilAsserted(() -> assertThat(cursors()).containsOnly(cursorOfLast()));
    assertNoCursorWentBack();
  }

  private void tell(int count) {
    IntStream.range(told, told + count)
        .forEach(n -> hooks.live().publish(update("n" + n).visit("IRN", "PAK").get()));
    told += count;
  }

  private List<String> all() {
    return IntStream.range(0, told).mapToObj(n -> uri("n" + n)).toList();
  }

  private void awaitAllGot() {
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> receivers.stream().allMatch(one -> one.uris().containsAll(all())));
  }

  private void gotAllInOrder(Receiver receiver) {
    assertThat(receiver.uris().stream().distinct()).containsExactlyElementsOf(all());
  }

  private void gotTheFirstTwentyOnce(Receiver receiver) {
    assertThat(receiver.uris().stream().filter(one -> all().subList(0, 20).contains(one)))
        .hasSize(20);
  }

  private long cursorOfLast() {
    return hooks.live().replica().feed().head();
  }

  private List<Long> cursors() {
    return created.stream()
        .map(one -> hooks.get("/subscriptions/" + one.id()).json().get("cursor").asLong())
        .toList();
  }

  private void assertNoCursorWentBack() {
    Map<String, Long> last = new HashMap<>();
    TopicReader.readAll(
        hooks.live().client(),
        List.of(Topic.CURSORS.topicName()),
        record -> {
          if (Json.read(record.value(), Progress.class) instanceof Reading.Good<Progress> good) {
            Long before =
                last.put(new String(record.key(), StandardCharsets.UTF_8), good.value().seq());
            assertThat(good.value().seq()).isGreaterThanOrEqualTo(before == null ? -1 : before);
          }
        });
    assertThat(last).hasSize(SUBSCRIPTIONS);
  }

  private void awaitSharing(int members) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptionsMatching(e -> e instanceof ExecutionException)
        .until(() -> sharing() == members);
  }

  private long sharing() throws Exception {
    try (Admin admin = Admin.create(Map.copyOf(hooks.live().client()))) {
      return admin
          .describeConsumerGroups(List.of(Membership.GROUP))
          .all()
          .get()
          .values()
          .iterator()
          .next()
          .members()
          .stream()
          .filter(member -> !member.assignment().topicPartitions().isEmpty())
          .count();
    }
  }
}
