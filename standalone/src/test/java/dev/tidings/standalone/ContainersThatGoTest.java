package dev.tidings.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidings.feed.Archive;
import dev.tidings.http.NewToken;
import dev.tidings.party.Relationship;
import dev.tidings.summary.Summary;
import dev.tidings.wire.Reading;
import dev.tidings.wire.SummaryJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The stack as operators run it; each of its containers goes while news come in. */
@Tag("stack")
@EnabledIf(
    value = "dev.tidings.standalone.ComposedStack#isPossible",
    disabledReason = "no Docker engine with Compose answers")
class ContainersThatGoTest {

  private static final int WATCHED = 400;
  private static final List<String> NEIGHBOURS = List.of("PAK", "IRQ", "AFG", "TUR", "ARM", "AZE");
  private static final Pattern URI_OF_UPDATE = Pattern.compile("\"uri\":\"(test:\\d+)\"");

  @TempDir Path folder;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final AtomicBoolean enough = new AtomicBoolean();

  static Stream<Arguments> stacks() {
    String single = "docker-compose.yml";
    return Stream.of(
        Arguments.of(List.of(single), List.of(), List.of("summarise", "gateway", "feed", "kafka")),
        Arguments.of(
            List.of(single, "docker/cluster.yml"),
            List.of("summarise", "gateway", "feed"),
            List.of("kafka", "kafka-2", "kafka-3")));
  }

  @ParameterizedTest(name = "{0}: {1} restarted, {2} killed")
  @MethodSource("stacks")
  void loseAndDoubleNothing(List<String> files, List<String> restarted, List<String> killed)
      throws Exception {
    NewToken token = NewToken.forPublisher("desk");
    Path tokens = Files.writeString(folder.resolve("tokens"), "[" + token.entry() + "]");
    try (ComposedStack stack = ComposedStack.up(files, Map.of("TIDINGS_TOKENS", tokens), folder)) {
      assertThatEveryBrokerReplacesTheDeadSoon(Map.of("bootstrap.servers", stack.kafka()));
      stack.run("up", "-d", "prometheus");
      CompletableFuture<Integer> acknowledged =
          CompletableFuture.supplyAsync(() -> publish(stack, token.secret()));
      CompletableFuture<Run> watched =
          CompletableFuture.supplyAsync(
              () ->
                  Run.of(
                      "watch",
                      "--json",
                      "--since=-1",
                      "--reason=update",
                      "--count=" + WATCHED,
                      "--feed=" + stack.feed()));

      for (String container : stack.containers(restarted)) {
        stack.restart(container);
        stack.awaitHealthy();
      }
      for (String container : stack.containers(killed)) {
        stack.kill(container);
        stack.start(container);
        stack.awaitHealthy();
      }
      enough.set(true);
      List<String> published =
          IntStream.range(0, acknowledged.get()).mapToObj(n -> "test:" + n).toList();

      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(
              () ->
                  assertThat(uris(notifications(stack)))
                      .containsExactlyInAnyOrderElementsOf(published));
      assertThat(uris(watched.get().out()))
          .isEqualTo(uris(notifications(stack)).subList(0, WATCHED));
      assertThatSummariesAreFreshFolds(Map.of("bootstrap.servers", stack.kafka()));
      assertThat(stack.logs()).doesNotContain(token.secret());
      Dashboard dashboard = new Dashboard(stack.prometheus());
      await().atMost(Duration.ofMinutes(1)).until(() -> dashboard.unanswered().isEmpty());
      assertThat(dashboard.answer("up == 1")).hasSize(4);
    }
  }

  /** A group takes its timeouts from whichever broker coordinates it. */
  private static void assertThatEveryBrokerReplacesTheDeadSoon(Map<String, Object> client)
      throws Exception {
    try (Admin admin = Admin.create(client)) {
      List<ConfigResource> brokers =
          admin.describeCluster().nodes().get().stream()
              .map(node -> new ConfigResource(ConfigResource.Type.BROKER, node.idString()))
              .toList();
      assertThat(admin.describeConfigs(brokers).all().get().values())
          .extracting(broker -> broker.get("group.consumer.session.timeout.ms").value())
          .containsOnly("6000");
      assertThat(admin.describeConfigs(brokers).all().get().values())
          .extracting(broker -> broker.get("group.consumer.heartbeat.interval.ms").value())
          .containsOnly("1000");
    }
  }

  /**
   * One after the other, ten a second at most, each again until it is acknowledged; gives how many
   * were. More would only take the processors from whatever starts.
   */
  private int publish(ComposedStack stack, String token) {
    int n = 0;
    while (n < WATCHED || !enough.get()) {
      String update = update(n);
      await()
          .atMost(Duration.ofMinutes(2))
          .pollInterval(Duration.ofMillis(100))
          .until(() -> isAcknowledged(stack, token, update));
      n++;
    }
    return n;
  }

  private static String update(int n) {
    return """
    {"uri":"test:%d","version":1,"versionCreated":"2026-11-20T08:00:00Z","kind":"visit",\
    "mode":"visit","occurred":"2026-11-20","actor":"%s","counterpart":"IRN","headline":"%d"}"""
        .formatted(n, NEIGHBOURS.get(n % NEIGHBOURS.size()), n);
  }

  private boolean isAcknowledged(ComposedStack stack, String token, String update)
      throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(stack.gateway() + "/updates"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(40))
            .POST(BodyPublishers.ofString(update))
            .build();
    try {
      return http.send(request, BodyHandlers.ofString()).statusCode() == 202;
    } catch (IOException e) {
      return false; // It was killed: whether Kafka has the update, only asking again tells.
    }
  }

  private String notifications(ComposedStack stack) throws IOException, InterruptedException {
    StringBuilder all = new StringBuilder();
    long after = -1;
    while (true) {
      HttpResponse<String> page =
          http.send(
              HttpRequest.newBuilder(
                      URI.create(
                          "%s/notifications?reason=update&limit=1000&after=%d"
                              .formatted(stack.feed(), after)))
                  .build(),
              BodyHandlers.ofString());
      Matcher next = Pattern.compile("\"next\":(\\d+)").matcher(page.body());
      if (!page.body().contains("\"seq\"") || !next.find()) {
        return all.toString();
      }
      all.append(page.body());
      after = Long.parseLong(next.group(1));
    }
  }

  private static List<String> uris(String json) {
    return URI_OF_UPDATE.matcher(json).results().map(found -> found.group(1)).toList();
  }

  private static void assertThatSummariesAreFreshFolds(Map<String, Object> client) {
    Archive archive = Archive.read(client);
    Map<Relationship, byte[]> summaries = Archive.readSummaries(client);

    assertThat(summaries.keySet()).containsExactlyInAnyOrderElementsOf(archive.relationships());
    summaries.forEach(
        (relationship, bytes) -> {
          assertThat(SummaryJson.read(bytes)).isInstanceOf(Reading.Good.class);
          if (SummaryJson.read(bytes) instanceof Reading.Good<Summary> good) {
            Summary fresh =
                archive.summary(relationship, good.value().asOf(), good.value().knownAt());
            assertThat(new String(SummaryJson.write(fresh), StandardCharsets.UTF_8))
                .isEqualTo(new String(bytes, StandardCharsets.UTF_8));
          }
        });
  }
}
