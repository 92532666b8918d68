package dev.tidings.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request's method makes of its answer. */
class MethodOfARequestTest {

  private static HttpServer server;

  @BeforeAll
  static void start() {
    Routes part =
        routes -> {
          routes.get("/news", request -> Answer.cacheable(request, Map.of("news", "n".repeat(50))));
          routes.get("/long", request -> Answer.cacheable(request, "n".repeat(100_000)));
          routes.get("/news/{id}", request -> refuse(request.pathParam("id")));
          routes.delete("/news", request -> request.status(204));
        };
    server = HttpServer.start(HttpServer.Settings.at("127.0.0.1", 0), List.of(part));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void refuse(String id) {
    throw Refusal.notFound("no news " + id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/news", "/long", "/news/1", "/nothing"})
  void ofHeadIsAnsweredAsThatOfGetWithoutItsBody(String path) throws IOException {
    Wire.Said get = Wire.send(server, "GET " + path, "Host: localhost");
    Wire.Said head = Wire.send(server, "HEAD " + path, "Host: localhost");

    assertThat(head.status()).isEqualTo(get.status());
    assertThat(head.fields()).isEqualTo(get.fields());
    assertThat(head.body()).isEmpty();
    assertThat(get.body()).isNotEmpty();
  }

  @Test
  void ofHeadIsAnsweredWith304LikeThatOfGet() throws IOException {
    String etag =
        Wire.send(server, "HEAD /news", "Host: localhost").fields().stream()
            .filter(field -> field.startsWith("ETag: "))
            .findFirst()
            .orElseThrow();

    Wire.Said again =
        Wire.send(server, "HEAD /news", "Host: localhost", etag.replace("ETag", "If-None-Match"));

    assertThat(again.status()).isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-HTTP-Method-Override",
        "x-http-method-override",
        "X-Http-Method",
        "X-Method-Override"
      })
  void isTheOneInItsFirstLine(String field) throws IOException {
    assertThat(Wire.send(server, "GET /news", "Host: localhost", field + ": DELETE").status())
        .isEqualTo(200);
    assertThat(Wire.send(server, "DELETE /news", "Host: localhost", field + ": GET").status())
        .isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /news", "GET /nothing", "GET /news/1", "BREW /news", "GET /%zz"})
  void leavesNothingToGuessForABrowser(String line) throws IOException {
    assertThat(Wire.send(server, line, "Host: localhost").fields())
        .contains("X-Content-Type-Options: nosniff");
  }
}
