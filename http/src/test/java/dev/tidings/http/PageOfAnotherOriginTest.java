package dev.tidings.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a web page of another origin may read, as its browser decides by the answer's fields. */
class PageOfAnotherOriginTest {

  private static final HttpServer.Settings HERE = HttpServer.Settings.at("127.0.0.1", 0);
  private static final String ALLOWED = "Access-Control-Allow-Origin: ";

  private static HttpServer server;
  private static HttpServer withoutTokens;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    Path tokens = folder.resolve("tokens.json");
    Files.writeString(
        tokens, "[{\"name\":\"desk\",\"sha256\":\"%s\"}]".formatted(Sha256.hex("secret")));
    server = HttpServer.start(HERE, List.of(part(Access.of(tokens, HERE))));
    withoutTokens = HttpServer.start(HERE, List.of(part(Access.of(null, HERE))));
  }

  @AfterAll
  static void stop() {
    server.close();
    withoutTokens.close();
  }

  private static Routes part(Access access) {
    return routes -> {
      access.guard(routes);
      access.share(routes, List.of("/news"));
      routes.get("/news", request -> Answer.cacheable(request, Map.of()));
      routes.get("/news/{id}", request -> refuse(request.pathParam("id")));
      routes.post("/news", request -> Answer.json(request, 200, Map.of()));
      routes.get("/newspaper", request -> Answer.json(request, 200, Map.of()));
    };
  }

  private static void refuse(String id) {
    throw Refusal.notFound("no news " + id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /news", "HEAD /news", "GET /news/1"})
  void isWhatAnybodyMayRead(String line) throws IOException {
    Wire.Said said = Wire.send(server, line, "Host: news.example", "Origin: https://a.example");

    assertThat(said.fields())
        .contains(ALLOWED + "*", "Access-Control-Expose-Headers: ETag, Retry-After")
        .noneMatch(field -> field.startsWith("Access-Control-Allow-Credentials"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST /news", "GET /newspaper", "GET /nothing", "OPTIONS /newspaper"})
  void isNothingElse(String line) throws IOException {
    Wire.Said said =
        Wire.send(
            server,
            line,
            "Host: news.example",
            "Origin: https://a.example",
            "Access-Control-Request-Method: GET",
            "Content-Length: 0");

    assertThat(said.head()).doesNotContain("Access-Control-");
  }

  @Test
  void isAskedForBeforeAHeaderIsSent() throws IOException {
    Wire.Said said =
        Wire.send(
            server,
            "OPTIONS /news",
            "Host: news.example",
            "Origin: https://a.example",
            "Access-Control-Request-Method: GET",
            "Access-Control-Request-Headers: last-event-id");

    assertThat(said.status()).isEqualTo(204);
    assertThat(said.fields())
        .contains(
            ALLOWED + "*",
            "Access-Control-Allow-Methods: GET, HEAD",
            "Access-Control-Allow-Headers: Cache-Control, If-None-Match, Last-Event-ID");
  }

  @Test
  void isReadFromOwnMachineAloneWhereThereAreNoTokens() throws IOException {
    String local = "Origin: http://localhost:3000";

    assertThat(Wire.send(withoutTokens, "GET /news", Wire.local(local)).fields())
        .contains(ALLOWED + "http://localhost:3000", "Vary: Origin");
    for (String foreign :
        List.of(
            "Origin: https://a.example",
            "Origin: null",
            "Origin: http://localhost.evil.example",
            "Origin: http://127.0.0.1.evil.example:3000")) {
      Wire.Said said = Wire.send(withoutTokens, "GET /news", Wire.local(foreign));
      assertThat(said.status()).isEqualTo(200);
      assertThat(said.head()).doesNotContain("Access-Control-").contains("Vary: Origin");
    }
  }
}
