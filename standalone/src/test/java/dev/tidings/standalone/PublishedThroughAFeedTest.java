package dev.tidings.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidings.broker.EmbeddedBroker;
import dev.tidings.feed.reference.Documented;
import dev.tidings.feed.server.FeedServer;
import dev.tidings.feed.server.Publishing;
import dev.tidings.gateway.Gateway;
import dev.tidings.http.Access;
import dev.tidings.http.Health;
import dev.tidings.http.HttpServer;
import dev.tidings.http.Metrics;
import dev.tidings.http.NewToken;
import dev.tidings.wire.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An update that is published, corrected and killed at a feed, whose gateway is another server. */
class PublishedThroughAFeedTest {

  private static final NewToken DESK = NewToken.forPublisher("desk");
  private static final HttpServer.Settings HERE = HttpServer.Settings.at("127.0.0.1", 0);
  private static final String VISIT =
      "{\"kind\":\"visit\",\"mode\":\"visit\",\"occurred\":\"2024-01-20\",\"actor\":\"PAK\","
          + "\"counterpart\":\"IRN\",\"headline\":\"%s\"%s}";

  @TempDir private static Path folder;
  private static final Deque<AutoCloseable> OPEN = new ArrayDeque<>();
  private static FeedServer parts;
  private static HttpServer feed;
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws IOException {
    EmbeddedBroker broker = opened(EmbeddedBroker.start(folder.resolve("kafka"), 0));
    Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrap());
    try (Topics topics = Topics.at(client)) {
      topics.create(2);
    }
    Path tokens = Files.writeString(folder.resolve("tokens"), "[" + DESK.entry() + "]");
    Access access = Access.of(tokens, HERE);
    Metrics metrics = opened(new Metrics());
    Gateway gateway = opened(Gateway.open(client, access, Clock.systemUTC(), metrics.registry()));
    HttpServer published =
        opened(HttpServer.start(HERE, List.of(gateway, new Health(List.of(gateway.check())))));
    parts =
        opened(
            FeedServer.open(
                client,
                new FeedServer.Settings(
                    null,
                    false,
                    new Publishing.At(URI.create(published.url())),
                    broker.bootstrap(),
                    1),
                access,
                Clock.systemUTC(),
                metrics.registry()));
    feed =
        opened(
            HttpServer.start(
                HERE, List.of(parts, new Health(List.of(parts.check(), gateway.check())))));
    HttpClient asking = HttpClient.newHttpClient();
    HttpRequest ready = HttpRequest.newBuilder(URI.create(feed.url() + "/health/ready")).build();
    await().until(() -> asking.send(ready, BodyHandlers.ofString()).statusCode() == 200);
  }

  @AfterAll
  static void stop() throws Exception {
    while (!OPEN.isEmpty()) {
      OPEN.pop().close();
    }
  }

  @Test
  void isReadThereAsItIsPublishedCorrectedAndKilled() {
    String uri = "https://desk.example/through/1";
    String path = "/updates/" + URLEncoder.encode(uri, StandardCharsets.UTF_8);

    HttpResponse<String> first =
        desk("POST", "/updates", VISIT.formatted("A visit", ",\"uri\":\"" + uri + "\""));
    await().until(() -> desk("GET", path, "").statusCode() == 200);
    HttpResponse<String> second = desk("PUT", path, VISIT.formatted("A long visit", ""));
    await().until(() -> desk("GET", path, "").body().contains("A long visit"));
    HttpResponse<String> third = desk("DELETE", "/updates/" + uri + "?edNote=Never", "");
    await().until(() -> desk("GET", path, "").body().contains("canceled"));

    assertThat(List.of(first, second, third))
        .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(202))
        .satisfiesExactly(
            answer -> assertThat(answer.body()).contains("\"version\":1"),
            answer -> assertThat(answer.body()).contains("\"version\":2"),
            answer -> assertThat(answer.body()).contains("\"version\":3"));
    assertThat(desk("GET", path, "").body()).doesNotContain("A long visit");
    assertThat(desk("GET", "/publisher/updates?pair=IRN-PAK", "").body())
        .contains("\"killed\":true");
    assertThat(desk("GET", "/publisher/updates/" + uri, "").body()).contains("\"version\":3");
  }

  @Test
  void isStreamedToAsManyReadersAsTheFeedMayHave() throws Exception {
    HttpRequest stream =
        HttpRequest.newBuilder(URI.create(feed.url() + "/notifications/stream")).build();

    HttpResponse<InputStream> first = http.send(stream, BodyHandlers.ofInputStream());
    HttpResponse<InputStream> second = http.send(stream, BodyHandlers.ofInputStream());

    try (InputStream taken = first.body();
        InputStream refused = second.body()) {
      assertThat(List.of(first.statusCode(), second.statusCode())).containsExactly(200, 503);
      assertThat(taken.read()).isEqualTo('r');
      assertThat(refused).asString(StandardCharsets.UTF_8).contains("too many read the stream");
    }
  }

  @Test
  void isOfWhoeverHasAToken() {
    assertThat(desk("GET", "/publisher", "").body())
        .isEqualTo("{\"name\":\"desk\",\"parties\":[],\"kinds\":[],\"threads\":[]}");
    assertThat(send("POST", "/updates", VISIT.formatted("A visit", "")).statusCode())
        .isEqualTo(401);
    assertThat(send("GET", "/publisher", "").statusCode()).isEqualTo(401);
  }

  @Test
  void isRefusedAsTheGatewayRefusesIt() {
    HttpResponse<String> refused = desk("POST", "/updates", VISIT.formatted("", ""));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("headline");
  }

  @Test
  void isTakenByDocumentedRoutesAndNoOthers() {
    Set<String> expected =
        new TreeSet<>(
            Documented.operations(
                "relationships",
                "updates",
                "notifications",
                "syndication",
                "subscriptions",
                "publishing",
                "pages",
                "reference"));

    assertThat(Documented.registered(List.of(parts))).isEqualTo(expected);
  }

  private HttpResponse<String> desk(String method, String path, String body) {
    return send(method, path, body, "Authorization", "Bearer " + DESK.secret());
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(feed.url() + path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return Documented.check(http.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(path + " was not answered", e);
    }
  }

  private static <T extends AutoCloseable> T opened(T part) {
    OPEN.push(part);
    return part;
  }
}
