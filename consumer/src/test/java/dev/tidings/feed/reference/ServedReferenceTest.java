package dev.tidings.feed.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.feed.Feed;
import dev.tidings.feed.syndication.Syndication;
import dev.tidings.http.HttpServer;
import dev.tidings.http.Routes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServedReferenceTest {

  private static final String HEALTH = "/health/live";
  private static final Map<String, List<String>> JSON =
      Map.of("content-type", List.of("application/json"));

  private final HttpServer server =
      HttpServer.start(HttpServer.Settings.at("127.0.0.1", 0), List.of(new Reference()));
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/openapi.json",
        "/asyncapi.json",
        "/schemas/update.json",
        "/schemas/submission.json",
        "/schemas/summary.json",
        "/schemas/notification.json"
      })
  void isWhatItSaysItIs(String path) {
    HttpResponse<String> answer = Documented.check(get(path));
    assertThat(answer.statusCode()).isEqualTo(200);
    String etag = answer.headers().firstValue("ETag").orElseThrow();
    assertThat(Documented.check(get(path, "If-None-Match", etag)).statusCode()).isEqualTo(304);
    assertThat(Documented.check(get(path + "?x=1")).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"update", "submission", "summary", "notification"})
  void hasEachSchemaAtThePathOfItsName(String name) {
    String path = "/schemas/" + name + ".json";

    assertThat(Document.JSON.readTree(get(path).body()).get("$id").asString())
        .isEqualTo("https://tidings.dev" + path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/schemas/nothing.json", "/schemas/update", "/schemas/..%2Fopenapi.json"})
  void isNotThereForOtherNames(String path) {
    assertThat(Documented.check(get(path)).statusCode()).isEqualTo(404);
  }

  @Test
  void namesEveryRouteOfItsPartsAndNoOther() {
    List<Routes> parts =
        List.of(
            new Reference(),
            new Syndication(
                new Feed("log", 0, pair -> Set.of()),
                null,
                request -> Optional.empty(),
                InstantSource.system()));

    assertThat(Documented.registered(parts))
        .isEqualTo(Documented.operations("reference", "syndication"));
  }

  @Test
  void showsWhatIsNotDocumented() {
    Documented.check("GET", HEALTH, 200, JSON, "{\"status\":\"live\"}");
    Documented.check("GET", "/updates/https://desk.example/1", 404, problem(), PROBLEM);

    wrong("GET", "/nothing", 200, JSON, "{}");
    wrong("PUT", HEALTH, 200, JSON, "{\"status\":\"live\"}");
    wrong("GET", HEALTH, 201, JSON, "{\"status\":\"live\"}");
    wrong("GET", HEALTH, 200, JSON, "{\"status\":\"dead\"}");
    wrong("GET", HEALTH, 200, JSON, "{}");
    wrong("GET", HEALTH, 200, problem(), "{\"status\":\"live\"}");
    wrong("GET", HEALTH + "?x=1", 200, JSON, "{\"status\":\"live\"}");
    wrong("GET", "/updates/a:b", 404, problem(), "{\"title\":\"Not found\"}");
    wrong("GET", "/parties", 304, Map.of(), "something");
  }

  private static final String PROBLEM =
      "{\"type\":\"about:blank\",\"title\":\"Not found\",\"status\":404,\"detail\":\"it is not"
          + " there\",\"errors\":[]}";

  private static Map<String, List<String>> problem() {
    return Map.of("Content-Type", List.of("application/problem+json;charset=utf-8"));
  }

  private static void wrong(
      String method, String path, int status, Map<String, List<String>> headers, String body) {
    assertThatThrownBy(() -> Documented.check(method, path, status, headers, body))
        .isInstanceOf(AssertionError.class);
  }

  private HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(path + " was not answered", e);
    }
  }
}
