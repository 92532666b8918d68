package dev.tidings.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidings.feed.reference.Documented;
import dev.tidings.feed.server.FeedServer;
import dev.tidings.feed.server.Publishing;
import dev.tidings.gateway.Gateway;
import dev.tidings.http.Access;
import dev.tidings.http.Health;
import dev.tidings.http.HttpServer;
import dev.tidings.http.Metrics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code tidings up} answers, and what the other commands show of it. */
class ServedStackTest {

  private static final String JSON = "application/json";
  private static final String VISIT =
      "{\"uri\":\"%s\",\"kind\":\"visit\",\"mode\":\"visit\",\"occurred\":\"2026-11-20\","
          + "\"actor\":\"PAK\",\"counterpart\":\"IRN\",\"headline\":\"%s\"}";

  @TempDir private static Path folder;
  private static RunningStack stack;
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws IOException {
    stack = RunningStack.in(folder);
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @Test
  void documentsEveryRouteAndNoOther() {
    Map<String, Object> client = Map.of("bootstrap.servers", stack.bootstrap());
    HttpServer.Settings settings = HttpServer.Settings.at("127.0.0.1", 0);
    Access access = Access.of(null, settings);
    try (Metrics metrics = new Metrics();
        Gateway gateway = Gateway.open(client, access, Clock.systemUTC(), metrics.registry());
        FeedServer feed =
            FeedServer.open(
                client,
                new FeedServer.Settings(
                    null,
                    false,
                    new Publishing.Here(),
                    stack.bootstrap(),
                    FeedServer.Settings.USUAL_STREAMS),
                access,
                Clock.systemUTC(),
                metrics.registry())) {
      assertThat(
              Documented.registered(
                  List.of(gateway, feed, new Health(List.of(gateway.check())), metrics)))
          .isEqualTo(
              Documented.operations(
                  "relationships",
                  "updates",
                  "notifications",
                  "syndication",
                  "subscriptions",
                  "publishing",
                  "pages",
                  "reference",
                  "operations"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/health/live",
        "/health/ready",
        "/metrics",
        "/openapi.json",
        "/relationships/IRN-PAK",
        "/relationships/IRN-PAK/timeline",
        "/notifications",
        "/snapshot",
        "/feed.atom",
        "/feed.json",
        "/subscriptions"
      })
  void answersAsItsDocumentSays(String path) {
    assertThat(send("GET", path, JSON, "").statusCode()).isEqualTo(200);
  }

  @Test
  void takesUpdatesAsItsDocumentSays() {
    String uri = "https://desk.example/gateway/1";
    String path = "/updates/" + uri;
    String visit = VISIT.formatted(uri, "A visit");
    String picnic = visit.replace("\"mode\":\"visit\"", "\"mode\":\"picnic\"");

    assertThat(send("POST", "/updates", JSON, visit).statusCode()).isEqualTo(202);
    assertThat(send("POST", "/updates", JSON, picnic).statusCode()).isEqualTo(422);
    assertThat(send("POST", "/updates", JSON, "[1,").statusCode()).isEqualTo(400);
    assertThat(send("POST", "/updates", "text/csv", visit).statusCode()).isEqualTo(415);
    assertThat(
            send("POST", "/updates?partial=true", "application/x-ndjson", visit + "\n" + picnic)
                .statusCode())
        .isEqualTo(202);
    assertThat(send("PUT", path, JSON, visit.replace("A visit", "A long visit")).statusCode())
        .isEqualTo(202);
    String unknown = "https://desk.example/gateway/unknown";
    assertThat(send("PUT", "/updates/" + unknown, JSON, VISIT.formatted(unknown, "A")).statusCode())
        .isEqualTo(404);
    assertThat(send("DELETE", path, JSON, "").statusCode()).isEqualTo(202);
    assertThat(send("DELETE", path, JSON, "").statusCode()).isEqualTo(409);
  }

  /** Until then the open transaction of a dead worker or courier holds the others back. */
  @ParameterizedTest
  @ValueSource(strings = {"tidings-summarise", "tidings-webhooks"})
  void endsTransactionsOfTheDeadAsSoonAsItReplacesThem(String group) {
    ConfigResource timeouts = new ConfigResource(ConfigResource.Type.GROUP, group);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrap()))) {
      await()
          .untilAsserted(
              () -> {
                Config found =
                    admin.describeConfigs(List.of(timeouts)).all().get().values().iterator().next();
                List<String> ids =
                    admin.listTransactions().all().get().stream()
                        .map(TransactionListing::transactionalId)
                        .filter(id -> id.startsWith(group))
                        .toList();

                assertThat(admin.describeTransactions(ids).all().get().values())
                    .isNotEmpty()
                    .extracting(one -> Long.toString(one.transactionTimeoutMs()))
                    .containsOnly(found.get("consumer.session.timeout.ms").value());
              });
    }
  }

  @Test
  void showsHowTwoCountriesStoodOnADay() {
    Run shown = Run.of("show", "IRN-PAK", "--as-of", "2024-01-18", "--feed", stack.url());

    assertThat(shown.err()).isEmpty();
    assertThat(shown.status()).isZero();
    assertThat(shown.out())
        .contains("Iran and Pakistan: conflict of 2024-01 in force")
        .contains("conflict/2024-01")
        .satisfies(text -> assertThat(text.lines()).allMatch(line -> line.length() <= 80));
  }

  @Test
  void showsTheSameAsJson() {
    Run shown = Run.of("show", "IRN-PAK", "--as-of=1950-12-31", "--json", "--feed", stack.url());

    assertThat(shown.out().lines()).hasSize(1);
    assertThat(shown.out()).startsWith("{").contains("\"asOf\":\"1950-12-31\"");
  }

  @Test
  void tellsAWatcherWhatIsPublished() {
    String visit =
        VISIT.formatted("https://desk.example/watched", "To be seen").replace("PAK", "JPN");
    Run published = Run.withInput(visit + "\n", "publish", "--kafka", stack.bootstrap(), "-");
    String feed = "--feed=" + stack.url();

    Run told =
        Run.of("watch", feed, "--since=-1", "--pair=IRN-JPN", "--no-background", "--count=1");
    Run json = Run.of("watch", feed, "--since=-1", "--party=JPN", "--json", "--count=1");

    assertThat(published.status()).isZero();
    assertThat(told.out()).contains("To be seen");
    assertThat(json.out()).startsWith("{\"seq\":").contains("To be seen").hasLineCount(1);
  }

  @Test
  void saysOnATerminalWhoActed() {
    String arrest =
        VISIT
            .formatted("https://desk.example/police", "Smugglers are arrested at sea")
            .replace(
                "\"kind\":\"visit\",\"mode\":\"visit\"",
                "\"kind\":\"incident\",\"mode\":\"arrest\"")
            .replace(
                "\"actor\":\"PAK\"",
                "\"actor\":\"KWT\",\"actorSector\":\"COP\",\"counterpartSector\":\"CVL\"");
    String visit =
        VISIT.formatted("https://desk.example/no-police", "A visit").replace("PAK", "KWT");
    String feed = "--feed=" + stack.url();
    Run published =
        Run.withInput(visit + "\n" + arrest + "\n", "publish", "--kafka", stack.bootstrap(), "-");

    Run told = Run.of("watch", feed, "--since=-1", "--pair=IRN-KWT", "--sector=COP", "--count=1");
    Run shown = Run.of("show", "IRN-KWT", feed);

    assertThat(published.status()).isZero();
    assertThat(told.out())
        .contains("incident, Kuwait (police) to Iran (private people): 20")
        .doesNotContain("A visit");
    assertThat(shown.out())
        .containsPattern("incident +20 November 2026; Kuwait +Smugglers are arrested at sea")
        .contains("(police) to Iran")
        .satisfies(text -> assertThat(text.lines()).allMatch(line -> line.length() <= 80));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--party=XX", "--kind=tea", "--sector=cop", "--min-urgency=99", "--since=x"})
  void tellsAWatcherWhatIsWrongWithTheFilter(String option) {
    Run run = Run.of("watch", "--feed=" + stack.url(), "--count=1", option);

    assertThat(run.status()).isNotZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(option.replaceAll(".*=", ""));
  }

  @Test
  void saysWhenNoFeedIsThere() {
    Run run = Run.of("show", "IRN-PAK", "--feed", "http://localhost:1");

    assertThat(run.status()).isOne();
    assertThat(run.err()).startsWith("tidings: ").contains("localhost:1").hasLineCount(1);
  }

  @Test
  void keepsWhatItHasOverARestart() throws Exception {
    String before = onADayOfConflict();

    assertThat(stack.stop()).isTrue();
    stack = stack.again(folder);

    assertThat(withoutInstants(onADayOfConflict()))
        .contains("conflict/2024-01")
        .isEqualTo(withoutInstants(before));
  }

  private static String onADayOfConflict() {
    return Run.of("show", "IRN-PAK", "--as-of=2024-01-18", "--json", "--feed", stack.url()).out();
  }

  private static String withoutInstants(String summary) {
    return summary.replaceAll("\"knownAt\":\"[^\"]*\"", "");
  }

  private HttpResponse<String> send(String method, String path, String type, String body) {
    try {
      return Documented.check(
          http.send(
              HttpRequest.newBuilder(URI.create(stack.url() + path))
                  .header("Content-Type", type)
                  .method(method, BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString()));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(path + " was not answered", e);
    }
  }
}
