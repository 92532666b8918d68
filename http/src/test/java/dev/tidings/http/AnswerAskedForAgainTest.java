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

/** An answer that somebody has already. */
class AnswerAskedForAgainTest {

  private static HttpServer server;

  @BeforeAll
  static void start() {
    Routes part =
        routes -> {
          routes.get("/news", request -> Answer.cacheable(request, Map.of("n", "n".repeat(9_000))));
          routes.get("/same", request -> Answer.cacheable(request, "n".repeat(9_000), "same"));
          routes.get(
              "/text",
              request ->
                  Answer.cacheable(request, "text/plain", new byte[9_000], Map.of("Age", "1")));
        };
    server = HttpServer.start(HttpServer.Settings.at("127.0.0.1", 0), List.of(part));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/news", "/same", "/text"})
  void hasAWeakTagThatBothEncodingsShare(String path) throws IOException {
    Wire.Said plain = asked(path);
    Wire.Said zipped = asked(path, "Accept-Encoding: gzip");

    assertThat(zipped.fields()).contains("Content-Encoding: gzip");
    assertThat(plain.fields()).noneMatch(field -> field.startsWith("Content-Encoding"));
    assertThat(etag(plain)).startsWith("W/\"").isEqualTo(etag(zipped));
    assertThat(List.of(plain, zipped))
        .allSatisfy(
            said ->
                assertThat(said.fields())
                    .contains("Vary: Accept, Accept-Language, Accept-Encoding"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/news", "/same", "/text"})
  void isNotSentAgainHoweverItWasEncoded(String path) throws IOException {
    String etag = etag(asked(path, "Accept-Encoding: gzip"));

    assertThat(asked(path, "If-None-Match: \"x\", " + etag).status()).isEqualTo(304);
    assertThat(asked(path, "If-None-Match: *").status()).isEqualTo(304);
    assertThat(asked(path, "If-None-Match: W/\"x\"").status()).isEqualTo(200);
  }

  @Test
  void isNotSentAgainToWhoeverHasItsTagOfAnEarlierVersion() throws IOException {
    String strong = etag(asked("/news")).substring(2);

    assertThat(asked("/news", "If-None-Match: " + strong).status()).isEqualTo(304);
  }

  private static String etag(Wire.Said said) {
    return said.fields().stream()
        .filter(field -> field.startsWith("ETag: "))
        .map(field -> field.substring("ETag: ".length()))
        .findFirst()
        .orElseThrow();
  }

  private static Wire.Said asked(String path, String... fields) throws IOException {
    return Wire.send(server, "GET " + path, Wire.local(fields));
  }
}
