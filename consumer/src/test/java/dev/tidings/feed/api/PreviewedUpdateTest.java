package dev.tidings.feed.api;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.feed.LiveFeed;
import dev.tidings.feed.reference.Documented;
import dev.tidings.http.Access;
import dev.tidings.http.HttpServer;
import dev.tidings.http.NewToken;
import dev.tidings.http.RateLimit;
import dev.tidings.http.Routes;
import dev.tidings.http.Senders;
import dev.tidings.update.Effect;
import dev.tidings.update.Mode;
import dev.tidings.wire.JsonText;
import dev.tidings.wire.Reading;
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
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A publisher sees what an update would change before publishing it. */
class PreviewedUpdateTest {

  private static final Clock NOW =
      Clock.fixed(Instant.parse("2024-02-10T12:00:00Z"), ZoneOffset.UTC);

  private static final NewToken DESK = NewToken.forPublisher("desk");
  private static final NewToken BORDERS = NewToken.forPublisher("borders");

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir static Path folder;

  private static LiveFeed live;
  private static HttpServer withTokens;

  @BeforeAll
  static void publishAHistory() throws IOException {
    Path tokens =
        Files.writeString(
            folder.resolve("tokens.json"),
            "["
                + DESK.entry()
                + ","
                + BORDERS.entry().replace("}", ",\"parties\":[\"IRN\"],\"kinds\":[\"border\"]}")
                + "]");
    HttpServer.Settings here = HttpServer.Settings.at("127.0.0.1", 0);
    live =
        LiveFeed.start(
            folder.resolve("broker"),
            replica -> List.of(new Api(replica, Senders.of(Access.of(null, here)), NOW)));
    Routes closed = new Api(live.replica(), Senders.of(Access.of(tokens, here)), NOW);
    withTokens = HttpServer.start(here, List.of(closed));
    live.publish(
        update("pact")
            .mode(Mode.SIGNED, "IRN", "PAK")
            .headline("SECRET pact")
            .thread("agreement/gas", Effect.BEGINS, "SECRET terms")
            .get(),
        update("secret").version(7).embargoedUntil("2024-03-01T00:00:00Z").get(),
        update("soon").version(1).embargoedUntil("2024-02-10T12:03:00Z").get());
    live.awaitTold();
  }

  @AfterAll
  static void stop() {
    withTokens.close();
    live.close();
  }

  @Test
  void changesTheSummaryOfTodayAndPublishesNothing() {
    HttpResponse<String> answer = post(submission("new", ""));

    JsonNode preview = parsed(answer).at("/relationships/0");
    assertThat(preview.at("/relationship").asString()).isEqualTo("IRN-PAK");
    assertThat(preview.at("/after/asOf").asString()).isEqualTo("2024-02-10");
    assertThat(preview.at("/after/knownAt").asString()).isEqualTo("2024-02-10T12:00:00Z");
    assertThat(preview.at("/before/counts").toString()).isEqualTo("{\"agreement\":1}");
    assertThat(preview.at("/after/counts").toString()).isEqualTo("{\"visit\":1,\"agreement\":1}");
    assertThat(texts(preview.at("/text"), "sentence")).contains("One update: 1 visit.");
    assertThat(texts(preview.at("/changes"), "path")).contains("counts/visit");
    assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(parsed(live.get("/relationships/IRN-PAK")).at("/counts/visit").isMissingNode())
        .isTrue();
  }

  @Test
  void isTheNextVersionOfItsUriWhereItHasNone() {
    JsonNode next = parsed(post(submission("pact", ""))).at("/relationships/0/after");
    JsonNode afterEmbargoed = parsed(post(submission("secret", ""))).at("/relationships/0/after");
    JsonNode given = parsed(post(submission("pact", ",\"version\":5"))).at("/relationships/0");

    assertThat(next.at("/recent/0/version").asInt()).isEqualTo(2);
    assertThat(afterEmbargoed.at("/latest/visit/version").asInt()).isEqualTo(8);
    assertThat(given.at("/after/recent/0/version").asInt()).isEqualTo(5);
  }

  @Test
  void isOfEachPairOfItsParties() {
    JsonNode previews =
        parsed(
                post(
                    submission("three", "")
                        .replace(
                            "\"actor\":\"IRN\",\"counterpart\":\"PAK\"",
                            "\"parties\":[\"IRN\",\"PAK\",\"TUR\"]")
                        .replace("\"mode\":\"visit\"", "\"mode\":\"multilateral\"")))
            .at("/relationships");

    assertThat(texts(previews, "relationship"))
        .containsExactlyInAnyOrder("IRN-PAK", "IRN-TUR", "PAK-TUR");
    assertThat(previews.at("/1/before").isMissingNode()).isTrue();
  }

  @Test
  void doesNotSayWhatItKills() {
    HttpResponse<String> answer = post(submission("pact", ",\"pubStatus\":\"canceled\""));

    assertThat(answer.body()).doesNotContain("SECRET");
    assertThat(texts(parsed(answer).at("/relationships/0/text"), "sentence"))
        .contains("No longer in force: agreement (gas).", "Withdrawn: an update.");
  }

  @Test
  void changesNothingUnderAnEmbargo() {
    JsonNode preview =
        parsed(post(submission("new", ",\"embargoedUntil\":\"2024-02-11T00:00:00Z\"")))
            .at("/relationships/0");

    assertThat(preview.at("/changes").isEmpty()).isTrue();
    assertThat(preview.at("/after/counts").toString()).isEqualTo("{\"agreement\":1}");
  }

  @Test
  void showsNothingBeforeItsEmbargoEndsToWhoIsAheadOfTheClock() {
    JsonNode preview =
        parsed(post(submission("new", ",\"versionCreated\":\"2024-02-10T12:04:00Z\"")))
            .at("/relationships/0");

    assertThat(preview.at("/after/knownAt").asString()).isEqualTo("2024-02-10T12:00:00Z");
    assertThat(preview.at("/after/counts").toString()).isEqualTo("{\"visit\":1,\"agreement\":1}");
  }

  @Test
  void isForPublishersAlone() {
    String url = withTokens.url() + "/preview";

    assertThat(post(url, submission("new", "")).statusCode()).isEqualTo(401);
    assertThat(post(url, "nonsense").statusCode()).isEqualTo(401);
    assertThat(
            post(url, submission("new", ""), "Authorization", "Bearer " + DESK.secret())
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void isWhatThePublisherMayPublish() {
    String url = withTokens.url() + "/preview";
    String[] token = {"Authorization", "Bearer " + BORDERS.secret()};

    HttpResponse<String> party =
        post(url, submission("new", "").replace("\"IRN\"", "\"FRA\""), token);
    HttpResponse<String> kind = post(url, submission("new", ""), token);

    assertThat(party.statusCode()).isEqualTo(403);
    assertThat(parsed(party).at("/detail").asString())
        .isEqualTo("borders publishes on IRN; FRA-PAK has none of them");
    assertThat(kind.statusCode()).isEqualTo(403);
    assertThat(parsed(kind).at("/detail").asString())
        .isEqualTo("borders publishes the kinds border, not visit");
  }

  @Test
  void isOneOfSoManyASecond() {
    HttpServer.Settings here = HttpServer.Settings.at("127.0.0.1", 0);
    Senders few = new Senders(Access.of(null, here), new RateLimit(1, 2));
    try (HttpServer server = HttpServer.start(here, List.of(new Api(live.replica(), few, NOW)))) {
      List<Integer> statuses =
          Stream.generate(() -> post(server.url() + "/preview", submission("new", "")))
              .limit(6)
              .map(HttpResponse::statusCode)
              .toList();

      assertThat(statuses).startsWith(200, 200).contains(429);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{ | 400 | no JSON at character",
        "[] | 422 | no object; expected one update",
        "{'kind':'visit','colour':'red'} | 422 | uri: missing",
        "{'kind':'visit','colour':'red'} | 422 | colour: unknown field",
        "{'uri':5} | 422 | uri: ",
      })
  void saysAllThatIsWrongAndWhatWasExpected(String body, int status, String detail) {
    HttpResponse<String> answer = post(body.replace('\'', '"'));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(parsed(answer).at("/detail").asString()).contains(detail);
  }

  @Test
  void refusesWhatIsTooLargeOrOfAnotherType() {
    String url = live.url() + "/preview";

    assertThat(post("\"" + "x".repeat(256 * 1024) + "\"").statusCode()).isEqualTo(413);
    assertThat(send(HttpRequest.newBuilder(URI.create(url)), "{}").statusCode()).isEqualTo(415);
    assertThat(post(url + "?x=1", "{}").statusCode()).isEqualTo(400);
  }

  private static String submission(String name, String more) {
    return """
        {"uri":"test:%s","kind":"visit","mode":"visit","occurred":"2024-02-09",\
        "actor":"IRN","counterpart":"PAK","headline":"headline"%s}"""
        .formatted(name, more);
  }

  private static HttpResponse<String> post(String body) {
    return post(live.url() + "/preview", body);
  }

  private static HttpResponse<String> post(String url, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url)).header("Content-Type", "application/json");
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request, body);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request, String body) {
    try {
      return Documented.check(
          HTTP.send(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString()));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("not answered", e);
    }
  }

  private static JsonNode parsed(HttpResponse<String> answer) {
    Reading<JsonNode> json = JsonText.parse(answer.body().getBytes(StandardCharsets.UTF_8));
    if (json instanceof Reading.Good<JsonNode> good) {
      return good.value();
    }
    throw new AssertionError("no JSON: " + answer.body());
  }

  private static List<String> texts(JsonNode list, String field) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.at("/" + field).asString()));
    return texts;
  }
}
