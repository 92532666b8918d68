package dev.tidings.feed.webhook;

import static dev.tidings.feed.webhook.Hooks.soon;
import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.fixture.UpdateFixture.uri;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.tidings.feed.webhook.Hooks.Answer;
import dev.tidings.feed.webhook.Hooks.Created;
import dev.tidings.wire.Json;
import dev.tidings.wire.Topic;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** What owners do with their subscriptions. */
class ManagementTest {

  private static final String WANTED = "{\"url\":\"http://127.0.0.1:1/\"}";

  @TempDir static Path folder;
  private static Hooks hooks;

  @BeforeAll
  static void start() {
    hooks = Hooks.allowingPrivate(folder);
  }

  @AfterAll
  static void stop() {
    hooks.close();
  }

  @Test
  void showsTheSecretOnceAndNeverLogsIt() {
    Logger root = (Logger) LoggerFactory.getLogger("dev.tidings");
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Level before = root.getLevel();
    log.start();
    root.addAppender(log);
    root.setLevel(Level.TRACE);
    try (Receiver receiver = Receiver.taking()) {
      Created hook = hooks.subscribe(receiver.url(), Map.of("pair", "FRA-PAK"));
      hooks.tell(update("logged").visit("FRA", "PAK").get());
      soon().until(() -> !receiver.calls().isEmpty());
      String path = "/subscriptions/" + hook.id();

      String rotated = hooks.post(path + "/rotate").text("secret");
      String shown =
          String.valueOf(
              List.of(
                  hooks.get(path), hooks.get("/subscriptions"), hooks.get(path + "/deliveries")));

      assertThat(hook.secret()).startsWith("whsec_").isNotEqualTo(rotated);
      assertThat(shown).contains(hook.id()).doesNotContain("whsec_", "secret");
      assertThat(log.list)
          .extracting(event -> event + String.valueOf(event.getKeyValuePairs()))
          .noneMatch(line -> line.contains(hook.secret()) || line.contains(rotated));
    } finally {
      root.detachAppender(log);
      root.setLevel(before);
    }
  }

  @Test
  void signsWithBothSecretsAfterARotation() {
    try (Receiver receiver = Receiver.taking()) {
      Created hook = hooks.subscribe(receiver.url(), Map.of("pair", "DEU-PAK"));

      String second = hooks.post("/subscriptions/" + hook.id() + "/rotate").text("secret");
      hooks.tell(update("rotated").visit("DEU", "PAK").get());

      soon().until(() -> !receiver.calls().isEmpty());
      Receiver.Call call = receiver.calls().get(0);
      assertThat(call.isSignedWith(hook.secret())).isTrue();
      assertThat(call.isSignedWith(second)).isTrue();
    }
  }

  @Test
  void sendsNothingWhilePausedAndLosesNothing() {
    try (Receiver receiver = Receiver.taking()) {
      Created hook = hooks.subscribe(receiver.url(), Map.of("pair", "ITA-PAK"));
      String path = "/subscriptions/" + hook.id();
      assertThat(hooks.post(path + "/pause").text("state")).isEqualTo("paused");
      assertThat(hooks.post(path + "/pause").status()).isEqualTo(409);

      hooks.tell(update("waits").visit("ITA", "PAK").get());
      try (Receiver other = Receiver.taking()) {
        Created witness = hooks.subscribe(other.url(), Map.of("pair", "ITA-PAK"), -1L);
        soon().until(() -> !other.calls().isEmpty());
        hooks.delete("/subscriptions/" + witness.id());
      }
      assertThat(receiver.calls()).isEmpty();

      assertThat(hooks.post(path + "/resume").text("state")).isEqualTo("active");
      assertThat(hooks.post(path + "/resume").status()).isEqualTo(409);
      soon().until(() -> receiver.uris().equals(List.of(uri("waits"))));
    }
  }

  @Test
  void goesBackToACursor() {
    try (Receiver receiver = Receiver.taking()) {
      Created hook = hooks.subscribe(receiver.url(), Map.of("pair", "ESP-PAK"));
      hooks.tell(
          update("back1").visit("ESP", "PAK").get(), update("back2").visit("ESP", "PAK").get());
      soon().until(() -> receiver.calls().size() >= 2);
      long first = receiver.calls().get(0).json().get("seq").asLong();

      Answer answer =
          hooks.post("/subscriptions/" + hook.id() + "/replay", "{\"after\":%d}".formatted(first));

      assertThat(answer.status()).isEqualTo(200);
      soon().until(() -> receiver.calls().size() >= 3);
      assertThat(receiver.uris()).containsExactly(uri("back1"), uri("back2"), uri("back2"));
      assertThat(receiver.ids().get(2)).isEqualTo(receiver.ids().get(1));
    }
  }

  @Test
  void startsFromACursor() {
    hooks.tell(update("old").visit("PRT", "PAK").get());
    try (Receiver receiver = Receiver.taking()) {
      hooks.subscribe(receiver.url(), Map.of("pair", "PAK-PRT"), -1L);

      soon().until(() -> receiver.uris().equals(List.of(uri("old"))));
    }
  }

  @Test
  void sendsATestAndTellsWhatCameOfIt() {
    try (Receiver receiver = Receiver.taking();
        RudeReceiver hangs = RudeReceiver.hanging()) {
      Created good = hooks.subscribe(receiver.url(), Map.of());
      Created bad = hooks.subscribe(hangs.url(), Map.of("pair", "AND-PAK"));

      Answer taken = hooks.post("/subscriptions/" + good.id() + "/test");
      Answer failed = hooks.post("/subscriptions/" + bad.id() + "/test");

      assertThat(taken.json().get("taken").booleanValue()).isTrue();
      assertThat(taken.json().get("status").intValue()).isEqualTo(204);
      assertThat(receiver.calls().get(0).json().get("type").stringValue()).isEqualTo("test");
      assertThat(receiver.calls().get(0).isSignedWith(good.secret())).isTrue();
      assertThat(failed.json().get("taken").booleanValue()).isFalse();
      assertThat(failed.text("problem")).contains("no whole answer within");
      hooks.delete("/subscriptions/" + good.id());
      hooks.delete("/subscriptions/" + bad.id());
    }
  }

  @Test
  void endsWhenItIsDeleted() {
    try (Receiver receiver = Receiver.taking();
        Receiver witness = Receiver.taking()) {
      Created hook = hooks.subscribe(receiver.url(), Map.of("pair", "GRC-PAK"));
      hooks.subscribe(witness.url(), Map.of("pair", "GRC-PAK"));

      assertThat(hooks.delete("/subscriptions/" + hook.id()).status()).isEqualTo(204);
      hooks.tell(update("unwanted").visit("GRC", "PAK").get());

      soon().until(() -> !witness.calls().isEmpty());
      assertThat(receiver.calls()).isEmpty();
      assertThat(hooks.get("/subscriptions/" + hook.id()).status()).isEqualTo(404);
      assertThat(hooks.delete("/subscriptions/" + hook.id()).status()).isEqualTo(404);
    }
  }

  @Test
  void belongsToItsOwnerAlone() {
    Answer made =
        hooks.post("/subscriptions", "{\"url\":\"http://127.0.0.1:1/\"}", "Owner", "reuters");
    String path = "/subscriptions/" + made.text("id");

    assertThat(hooks.get(path, "Owner", "reuters").status()).isEqualTo(200);
    assertThat(hooks.get(path, "Owner", "afp").status()).isEqualTo(404);
    assertThat(hooks.delete(path, "Owner", "afp").status()).isEqualTo(404);
    assertThat(hooks.post(path + "/rotate", "", "Owner", "afp").status()).isEqualTo(404);
    assertThat(hooks.get("/subscriptions", "Owner", "afp").json().get("subscriptions")).isEmpty();
    assertThat(hooks.get("/subscriptions", "Owner", "reuters").json().get("subscriptions"))
        .hasSize(1);
    assertThat(hooks.delete(path, "Owner", "reuters").status()).isEqualTo(204);
  }

  @Test
  void saysAllThatIsWrongAtOnce() {
    Answer answer =
        hooks.post(
            "/subscriptions",
            """
            {"url":"ftp://example.org/",
             "filters":{"party":["XX"],"sector":["XX"],"minUrgency":12,"colour":"red"},
             "description":"","from":99999999,"secret":"mine"}""");

    List<String> fields = new ArrayList<>();
    answer.json().get("errors").forEach(one -> fields.add(one.get("field").stringValue()));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(fields)
        .containsExactlyInAnyOrder(
            "url",
            "filters.party",
            "filters.sector",
            "filters.minUrgency",
            "filters.colour",
            "description",
            "from",
            "secret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nothing there        | ''                                               | 400",
        "no JSON              | {\"url\"                                         | 400",
        "no object            | []                                               | 422",
        "no URL               | {}                                               | 422",
        "a URL that is none   | {\"url\":7}                                      | 422",
        "filters in a list    | {\"url\":\"http://127.0.0.1/\",\"filters\":[1]}  | 422",
        "nested filters       | {\"url\":\"http://127.0.0.1/\",\"filters\":{\"party\":{}}} | 422",
        "the same field twice | {\"url\":\"http://127.0.0.1/\",\"url\":\"http://127.0.0.1/\"} | 400",
        "a hidden character   | {\"url\":\"http://127.0.0.1/\",\"description\":\"a\\u2060b\"} | 422",
        "a cursor in words    | {\"url\":\"http://127.0.0.1/\",\"from\":\"now\"} | 422",
        "half a cursor        | {\"url\":\"http://127.0.0.1/\",\"from\":1.5}     | 422",
        "a name that is none  | {\"url\":\"http://no-such-name.invalid/\"}       | 422",
      })
  void refusesWhatMakesNoSense(String what, String body, int status) {
    assertThat(hooks.post("/subscriptions", body).status()).as(what).isEqualTo(status);
  }

  @Test
  void leavesRoomForOthers() {
    hooks
        .live()
        .write(
            IntStream.range(0, Store.MOST_OF_ONE)
                .mapToObj(i -> subscription("sub_greedy" + i, "greedy"))
                .toList());

    Answer more = hooks.post("/subscriptions", WANTED, "Owner", "greedy");
    Answer other = hooks.post("/subscriptions", WANTED, "Owner", "modest");

    assertThat(more.status()).isEqualTo(409);
    assertThat(more.text("detail"))
        .isEqualTo("100 subscriptions of yours; expected at most as many");
    assertThat(other.status()).isEqualTo(201);
    hooks.delete("/subscriptions/" + other.text("id"), "Owner", "modest");
  }

  private static ProducerRecord<byte[], byte[]> subscription(String id, String owner) {
    Subscription paused =
        new Subscription(
            id,
            "http://127.0.0.1:1/",
            Map.of(),
            null,
            owner,
            Instant.parse("2024-01-16T00:00:00Z"),
            List.of(Secret.fresh()),
            true,
            "another log",
            -1,
            0,
            0);
    return new ProducerRecord<>(
        Topic.SUBSCRIPTIONS.topicName(), id.getBytes(UTF_8), Json.write(paused));
  }

  @Test
  void listsASubscriptionWhoseFiltersHaveNoValues() {
    Answer created =
        hooks.post(
            "/subscriptions",
            """
            {"url":"http://127.0.0.1:1/","filters":{"minUrgency":[],"background":[],"party":[]}}""",
            "Owner",
            "unfiltered");

    assertThat(created.status()).isEqualTo(201);
    assertThat(hooks.get("/subscriptions", "Owner", "unfiltered").status()).isEqualTo(200);
    hooks.delete("/subscriptions/" + created.text("id"), "Owner", "unfiltered");
  }

  @Test
  void refusesUnknownParametersAndOtherTypesAndOddReplays() {
    Created hook = hooks.subscribe("http://127.0.0.1:1/", Map.of("pair", "MLT-PAK"));
    String path = "/subscriptions/" + hook.id();

    assertThat(hooks.get("/subscriptions?owner=x").status()).isEqualTo(400);
    assertThat(hooks.post("/subscriptions", "{}", "Content-Type", "text/plain").status())
        .isEqualTo(415);
    assertThat(hooks.post(path + "/replay", "{}").status()).isEqualTo(422);
    assertThat(hooks.post(path + "/replay", "{\"after\":-2}").status()).isEqualTo(422);
    assertThat(hooks.post(path + "/replay", "{\"after\":123456}").status()).isEqualTo(422);
    assertThat(hooks.post(path + "/replay", "{\"after\":-1,\"to\":3}").status()).isEqualTo(422);
    assertThat(hooks.post("/subscriptions/sub_0/replay", "{\"after\":-1}").status()).isEqualTo(404);
    assertThat(hooks.get("/subscriptions/sub_0/deliveries").status()).isEqualTo(404);
    hooks.delete(path);
  }
}
