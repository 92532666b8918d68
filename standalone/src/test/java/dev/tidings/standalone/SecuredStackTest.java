package dev.tidings.standalone;

import static dev.tidings.access.Principal.FEED;
import static dev.tidings.access.Principal.FOLLOWER;
import static dev.tidings.access.Principal.GATEWAY;
import static dev.tidings.access.Principal.PUBLISH;
import static dev.tidings.access.Principal.READER;
import static dev.tidings.access.Principal.SUMMARISE;
import static dev.tidings.access.Principal.TOPICS;
import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tidings.access.Principal;
import dev.tidings.http.NewToken;
import dev.tidings.wire.Topic;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stack with docker/secure.yml: the roles work, and each can do nothing else. */
@Tag("stack")
@EnabledIf(
    value = "dev.tidings.standalone.ComposedStack#isPossible",
    disabledReason = "no Docker engine with Compose answers")
class SecuredStackTest {

  private static final Set<String> UPDATES = Set.copyOf(Topic.updates());
  private static final TopicPartition VISITS = new TopicPartition("relations.visits", 0);
  private static final String VISIT =
      """
      {"uri":"test:1","kind":"visit","mode":"visit","occurred":"2026-11-20",\
      "actor":"PAK","counterpart":"IRN","headline":"A visit"}""";

  private static final Pattern NOTIFICATION =
      Pattern.compile("\"reason\":\"([a-z-]+)\".*?\"uri\":\"([^\"]+)\"");

  private static final String ALLOW_READER_TO_WRITE =
      """
      cat >/tmp/administrator.properties <<END
      security.protocol=SSL
      ssl.keystore.type=PEM
      ssl.keystore.location=/run/tidings/kafka.pem
      ssl.truststore.type=PEM
      ssl.truststore.location=/run/tidings/ca.pem
      END
      /opt/kafka/bin/kafka-acls.sh --bootstrap-server kafka:19091 \
        --command-config /tmp/administrator.properties --add \
        --allow-principal User:tidings-reader --operation Write --topic relations.visits
      """;

  /** So that a webhook may be called that nobody outside answers. */
  private static final String PRIVATE_WEBHOOKS =
      """
      services:
        feed:
          environment:
            TIDINGS_ALLOW_PRIVATE_WEBHOOKS: "true"
      """;

  @TempDir static Path folder;
  private static ComposedStack stack;
  private static NewToken token;

  @BeforeAll
  static void up() throws IOException {
    token = NewToken.forPublisher("desk");
    Path tokens = Files.writeString(folder.resolve("tokens"), "[" + token.entry() + "]");
    Path keys = folder.resolve("keys");
    Ran.of(List.of("docker/keys", keys.toString()), Map.of()).orFail();
    Path webhooks = Files.writeString(folder.resolve("webhooks.yml"), PRIVATE_WEBHOOKS);
    stack =
        ComposedStack.up(
            List.of("docker-compose.yml", "docker/secure.yml", webhooks.toString()),
            Map.of("TIDINGS_TOKENS", tokens, "TIDINGS_KEYS", keys),
            folder);
  }

  @AfterAll
  static void down() {
    if (stack != null) {
      stack.close();
    }
  }

  @Test
  void tellsWhatIsPublished() throws Exception {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest publish =
        HttpRequest.newBuilder(URI.create(stack.gateway() + "/updates"))
            .header("Authorization", "Bearer " + token.secret())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(VISIT))
            .build();
    HttpRequest read =
        HttpRequest.newBuilder(URI.create(stack.feed() + "/notifications?after=-1")).build();

    assertThat(http.send(publish, BodyHandlers.ofString()).statusCode()).isEqualTo(202);
    await()
        .untilAsserted(
            () ->
                assertThat(http.send(read, BodyHandlers.ofString()).body()).contains("\"test:1\""));
    assertThat(stack.logs())
        .doesNotContain("Not authorized", "does not allow", token.secret())
        .doesNotContain(passwords());
  }

  /** What each role does besides: every one of these needs rights of its own. */
  @Test
  void doEverythingThatRolesDo() throws Exception {
    String soon = Instant.now().plusSeconds(3).toString();
    assertThat(send("POST", "/updates", update("embargo", "'embargoedUntil':'%s'", soon)))
        .isEqualTo(202);
    // A pair of its own, whose clock has not passed the thread's end yet.
    assertThat(
            send(
                "POST",
                "/updates",
                update(
                        "lapse",
                        "'versionCreated':'2026-11-20T08:00:00Z','thread':{'id':'border',"
                            + "'effect':'begins','terms':'open','until':'%s'}",
                        "2026-11-21")
                    .replace("PAK", "AFG")))
        .isEqualTo(202);
    assertThat(send("POST", "/updates", update("corrected", "'edNote':'%s'", "first")))
        .isEqualTo(202);
    assertThat(send("PUT", "/updates/test%3Acorrected", update("corrected", "'edNote':'%s'", "2")))
        .isEqualTo(202);
    assertThat(send("DELETE", "/updates/test%3Acorrected", "")).isEqualTo(202);
    poison();

    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(told())
                    .contains(
                        "test:embargo release",
                        "test:lapse lapse",
                        "test:corrected correction",
                        "test:corrected kill"));
    await().untilAsserted(() -> assertThat(written("relations.rejected", SUMMARISE)).isPositive());
    assertThat(stack.logs()).doesNotContain("Not authorized", "does not allow");
  }

  /** Nobody answers there: that is written down too, as how far the courier is. */
  @Test
  void callWebhooksAndWriteDownWhatCameOfIt() throws Exception {
    HttpResponse<String> made =
        ask(
            "POST",
            stack.feed() + "/subscriptions",
            "{\"url\":\"http://127.0.0.1:9/hook\",\"from\":-1}");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    assertThat(send("POST", "/updates", update("called", "'edNote':'%s'", "first"))).isEqualTo(202);

    String deliveries = stack.feed() + made.headers().firstValue("Location").orElseThrow();
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(ask("GET", deliveries + "/deliveries", "").body())
                    .contains("\"problem\""));
    assertThat(written("relations.cursors", FEED)).isPositive();
    assertThat(ask("DELETE", deliveries, "").statusCode()).isEqualTo(204);
    assertThat(stack.logs()).doesNotContain("Not authorized", "does not allow");
  }

  /** What publishers do besides posting one update. */
  @Test
  void serveWhateverPublishersAsk() throws Exception {
    String several =
        update("several", "'parties':['IRN','%s','TUR']", "PAK")
            .replaceAll("\"(actor|counterpart)\":\"[A-Z]{3}\",", "");
    assertThat(send("POST", "/updates", several)).isEqualTo(202);
    assertThat(ask("POST", stack.feed() + "/preview", update("seen", "'edNote':'%s'", "1")))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(200);
    assertThat(ask("POST", stack.feed() + "/updates", update("passed-on", "'edNote':'%s'", "1")))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(202);
    assertThat(ask("GET", stack.gateway() + "/publisher/updates", "").body())
        .contains("test:several", "test:passed-on");

    Path file = Files.writeString(folder.resolve("lines.jsonl"), VISIT.replace("test:1", "test:2"));
    Map<String, String> settings = settings(PUBLISH);
    Run published = Run.in(settings, "publish", "--kafka=" + stack.kafka(), file.toString());
    assertThat(published.status()).as(published.err()).isZero();
    await().untilAsserted(() -> assertThat(told()).contains("test:2 update"));
    assertThat(stack.logs()).doesNotContain("Not authorized", "does not allow");
  }

  static Stream<Arguments> rights() {
    return Stream.of(
        Arguments.of(TOPICS, Set.of(), Set.of()),
        Arguments.of(GATEWAY, UPDATES, UPDATES),
        Arguments.of(
            SUMMARISE,
            UPDATES,
            and(UPDATES, "relations.summaries", "relations.notifications", "relations.rejected")),
        Arguments.of(
            FEED,
            and(UPDATES, "relations.notifications", "relations.subscriptions", "relations.cursors"),
            Set.of("relations.subscriptions", "relations.cursors")),
        Arguments.of(PUBLISH, Set.of(), UPDATES),
        Arguments.of(
            READER, and(UPDATES, "relations.summaries", "relations.notifications"), Set.of()),
        Arguments.of(FOLLOWER, Set.of("relations.summaries", "relations.notifications"), Set.of()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rights")
  void readAndWriteWhatTheyMust(Principal principal, Set<String> reads, Set<String> writes)
      throws IOException {
    Attempts attempts = new Attempts(client(principal));

    assertThat(attempts.readable()).containsExactlyInAnyOrderElementsOf(reads);
    assertThat(attempts.writable()).containsExactlyInAnyOrderElementsOf(writes);
  }

  @ParameterizedTest
  @EnumSource(Principal.class)
  void doNothingElse(Principal principal) throws IOException {
    ConfigResource visits = new ConfigResource(ConfigResource.Type.TOPIC, VISITS.topic());
    AlterConfigOp forget =
        new AlterConfigOp(new ConfigEntry("retention.ms", "1"), AlterConfigOp.OpType.SET);
    try (Admin admin = Admin.create(client(principal))) {
      assertRefused(admin.deleteTopics(List.of(VISITS.topic())).all());
      assertRefused(admin.deleteRecords(Map.of(VISITS, RecordsToDelete.beforeOffset(-1))).all());
      assertRefused(admin.incrementalAlterConfigs(Map.of(visits, List.of(forget))).all());
      assertRefused(admin.createTopics(List.of(new NewTopic("other", 1, (short) 1))).all());
      assertRefused(admin.createAcls(principal.acls()).all());
      assertRefused(admin.describeUserScramCredentials().all());
      assertRefused(admin.deleteConsumerGroups(List.of("tidings-summarise")).all());
      assertRefused(admin.deleteConsumerGroups(List.of("tidings-webhooks")).all());
      if (principal != FEED) {
        assertRefused(
            admin.listConsumerGroupOffsets("tidings-webhooks").partitionsToOffsetAndMetadata());
      }
      if (principal != SUMMARISE) {
        assertRefused(
            admin.listConsumerGroupOffsets("tidings-summarise").partitionsToOffsetAndMetadata());
      }
      if (principal != TOPICS) {
        NewTopic ours = new NewTopic("relations.more", 1, (short) 1);
        assertRefused(admin.createTopics(List.of(ours)).all());
      }
    }
  }

  /** It is the one that warns an operator whose Kafka waits longer. */
  @ParameterizedTest
  @ValueSource(strings = {"tidings-summarise", "tidings-webhooks"})
  void letTopicsSeeThatADeadMemberIsReplacedSoon(String name) throws Exception {
    ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, name);
    try (Admin admin = Admin.create(client(TOPICS))) {
      Config timeouts =
          admin.describeConfigs(List.of(group)).all().get().values().iterator().next();

      assertThat(timeouts.get("consumer.session.timeout.ms").value()).isEqualTo("6000");
      assertThat(timeouts.get("consumer.heartbeat.interval.ms").value()).isEqualTo("1000");
    }
  }

  @Test
  void loseWhatNobodyDeclared() throws IOException {
    Attempts reader = new Attempts(client(READER));
    stack.run("exec", "-T", "kafka", "bash", "-c", ALLOW_READER_TO_WRITE);
    await().untilAsserted(() -> assertThat(reader.writable()).containsExactly(VISITS.topic()));

    stack.start(stack.run("ps", "-a", "-q", "principals").strip());

    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(reader.writable()).isEmpty());
  }

  @Test
  void strangerIsRefusedInOneLine() throws IOException {
    Map<String, String> wrong = settings(READER);
    wrong.computeIfPresent("KAFKA_SASL_JAAS_CONFIG", (name, jaas) -> jaas.replace("=\"", "=\"x"));

    Run run = Run.in(wrong, "summarise", "--port=0", "--kafka=" + stack.kafka());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err().lines().filter(line -> line.startsWith("tidings: ")))
        .singleElement()
        .asString()
        .contains("does not accept who we are: Authentication failed")
        .doesNotContain(passwords());
  }

  private static int send(String method, String path, String body)
      throws IOException, InterruptedException {
    return ask(method, stack.gateway() + path, body).statusCode();
  }

  private static HttpResponse<String> ask(String method, String address, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", "Bearer " + token.secret())
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  /** How a principal logs in, as a process of ours takes it from its environment. */
  private static Map<String, String> settings(Principal principal) throws IOException {
    Map<String, String> settings = new HashMap<>();
    client(principal)
        .forEach(
            (name, value) ->
                settings.put(
                    "kafka_%s".formatted(name).replace('.', '_').toUpperCase(ROOT), value + ""));
    settings.remove("KAFKA_BOOTSTRAP_SERVERS");
    return settings;
  }

  private static String update(String name, String field, String value) {
    return """
        {'uri':'test:%s','kind':'border','mode':'opens','occurred':'2026-11-20',\
        'actor':'PAK','counterpart':'IRN','headline':'%s',%s}"""
        .formatted(name, name, field.formatted(value))
        .replace('\'', '"');
  }

  /** No update, from whoever may write there: the worker rejects it. */
  private static void poison() throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            client(PUBLISH), new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(VISITS.topic(), new byte[] {1}, new byte[] {1})).get();
    }
  }

  private static List<String> told() throws IOException, InterruptedException {
    HttpRequest read =
        HttpRequest.newBuilder(URI.create(stack.feed() + "/notifications?after=-1")).build();
    String body = HttpClient.newHttpClient().send(read, BodyHandlers.ofString()).body();
    return NOTIFICATION
        .matcher(body)
        .results()
        .map(found -> found.group(2) + " " + found.group(1))
        .toList();
  }

  /** How many records there were ever on a topic, as a principal that may see it is told. */
  private static long written(String topic, Principal principal) throws Exception {
    try (Admin admin = Admin.create(client(principal))) {
      Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
      admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
          .flatMap(one -> one.partitions().stream())
          .forEach(
              one -> ends.put(new TopicPartition(topic, one.partition()), OffsetSpec.latest()));
      return admin.listOffsets(ends).all().get().values().stream()
          .mapToLong(ListOffsetsResult.ListOffsetsResultInfo::offset)
          .sum();
    }
  }

  private static void assertRefused(KafkaFuture<?> answer) {
    assertThatThrownBy(answer::get).hasCauseInstanceOf(AuthorizationException.class);
  }

  private static Map<String, Object> client(Principal principal) throws IOException {
    Path file = folder.resolve("keys/clients/%s.properties".formatted(principal.principalName()));
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    Map<String, Object> client = new HashMap<>();
    properties.forEach((name, value) -> client.put(String.valueOf(name), value));
    client.put("bootstrap.servers", stack.kafka());
    return client;
  }

  private static List<String> passwords() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("keys/passwords"))) {
      return files.flatMap(SecuredStackTest::lines).toList();
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> and(Set<String> some, String... more) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(List.of(more));
    return all;
  }
}
