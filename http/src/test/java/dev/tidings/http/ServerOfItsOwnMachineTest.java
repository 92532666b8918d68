package dev.tidings.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server without tokens, which is for its own machine. */
class ServerOfItsOwnMachineTest {

  private static final HttpServer.Settings HERE = HttpServer.Settings.at("127.0.0.1", 0);

  private static HttpServer server;
  private static HttpServer withTokens;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    Path tokens = folder.resolve("tokens.json");
    Files.writeString(
        tokens, "[{\"name\":\"desk\",\"sha256\":\"%s\"}]".formatted(Sha256.hex("secret")));
    server = HttpServer.start(HERE, List.of(part(Access.of(null, HERE))));
    withTokens = HttpServer.start(HERE, List.of(part(Access.of(tokens, HERE))));
  }

  @AfterAll
  static void stop() {
    server.close();
    withTokens.close();
  }

  @Test
  void tellsOnlyItsOwnMachineHowItIs() throws IOException {
    List<Routes> health = List.of(new Health(List.of()));
    try (HttpServer apart =
            HttpServer.start(HERE.withManagementPort(0), List.of(routes -> {}), health);
        HttpServer alone = HttpServer.start(HERE, List.of(), health)) {
      for (HttpServer one : List.of(apart.management(), alone)) {
        assertThat(Wire.send(one, "GET /health/live", "Host: 127.0.0.1:8090").status())
            .isEqualTo(200);
        assertThat(Wire.send(one, "GET /health/live", "Host: evil.example").status())
            .isEqualTo(421);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LocalHost:8080",
        "127.0.0.1",
        "127.0.0.1:8080",
        "127.1.2.3:1",
        "[::1]",
        "[::1]:8080",
        "[0:0:0:0:0:0:0:1]:8080",
        "[::ffff:127.0.0.1]:8080"
      })
  void answersWhoNamesIt(String host) throws IOException {
    assertThat(Wire.send(server, "GET /news", "Host: " + host).status()).isEqualTo(200);
    assertThat(Wire.send(server, "POST /news", "Host: " + host).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1.evil.example",
        "127.0.0.1.evil.example:8080",
        "127.evil.example",
        "localhost.evil.example",
        "localhost.",
        "127.1",
        "127.0.0.01",
        "0x7f.0.0.1",
        "2130706433",
        "0.0.0.0",
        "128.0.0.1",
        "[::]",
        "[::ffff:128.0.0.1]",
        "evil.example"
      })
  void answersNobodyWhoNamesAnotherHost(String host) throws IOException {
    for (String line : List.of("GET /news", "HEAD /news", "POST /news", "GET /nothing")) {
      assertThat(Wire.send(server, line, "Host: " + host).status()).as(line).isEqualTo(421);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: https://evil.example",
        "Origin: http://localhost",
        "Origin: http://localhost:8081",
        "Origin: https://localhost:8080",
        "Origin: http://127.0.0.1:8080",
        "Origin: null",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site"
      })
  void changesNothingForAPageOfAnotherOrigin(String field) throws IOException {
    for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
      assertThat(Wire.send(server, method + " /news", "Host: localhost:8080", field).status())
          .as(method)
          .isEqualTo(403);
    }
    assertThat(Wire.send(server, "GET /news", "Host: localhost:8080", field).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:8080, Origin: http://localhost:8080",
    "LOCALHOST:8080, Origin: http://localhost:8080",
    "localhost, Origin: http://localhost",
    "localhost:80, Origin: http://localhost",
    "[::1]:8080, Origin: http://[::1]:8080",
    "localhost:8080, Sec-Fetch-Site: same-origin",
    "localhost:8080, Sec-Fetch-Site: none"
  })
  void changesSomethingForItsOwnPages(String host, String field) throws IOException {
    assertThat(Wire.send(server, "POST /news", "Host: " + host, field).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Forwarded: for=192.0.2.1",
        "X-Forwarded-For: 192.0.2.1",
        "x-forwarded-host: news.example",
        "X-Forwarded-Proto: https",
        "X-Real-IP: 192.0.2.1",
        "Via: 1.1 proxy"
      })
  void answersNobodyBehindAProxy(String field) throws IOException {
    Wire.Said said = Wire.send(server, "GET /news", "Host: localhost", field);

    assertThat(said.status()).isEqualTo(403);
    assertThat(said.body()).contains("no tokens", "--tokens");
    assertThat(Wire.send(server, "POST /news", "Host: localhost", field).status()).isEqualTo(403);
  }

  @Test
  void isReachedUnderAnyNameWhereThereAreTokens() throws IOException {
    String[] fields = {
      "Host: news.example",
      "Authorization: Bearer secret",
      "X-Forwarded-For: 192.0.2.1",
      "Origin: https://news.example"
    };

    assertThat(Wire.send(withTokens, "POST /news", fields).status()).isEqualTo(200);
    assertThat(Wire.send(withTokens, "GET /news", fields).status()).isEqualTo(200);
  }

  private static Routes part(Access access) {
    return new Routes() {
      @Override
      public void addTo(RoutesConfig routes) {
        access.guard(routes);
        routes.get("/news", request -> Answer.json(request, 200, Map.of()));
        routes.post("/news", this::change);
        routes.put("/news", this::change);
        routes.delete("/news", this::change);
        routes.patch("/news", this::change);
      }

      private void change(Context request) {
        Answer.json(request, 200, Map.of("by", access.publisher(request).name()));
      }
    };
  }
}
