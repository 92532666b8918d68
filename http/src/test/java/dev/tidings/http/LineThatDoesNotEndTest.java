package dev.tidings.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request with a line that ends in a bare LF, which two servers may read in two ways. */
class LineThatDoesNotEndTest {

  private static HttpServer server;

  @BeforeAll
  static void start() {
    server =
        HttpServer.start(HttpServer.Settings.at("127.0.0.1", 0), List.of(new Health(List.of())));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /health/live HTTP/1.1\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /health/live HTTP/1.1\r\nHost: localhost\nConnection: close\r\n\r\n",
        "GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\n"
      })
  void isRefused(String request) throws IOException {
    assertThat(Wire.raw(server, request).status()).isEqualTo(400);
  }
}
