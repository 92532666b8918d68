package dev.tidings.bench.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class CrowdTest {

  private static final int READERS = 50;
  private static final String HELLO = "retry: 2000\nid: 7\nevent: hello\ndata: {\"cursor\":7}\n\n";
  private static final String EVENT = "id: 8\ndata: {\"headline\":\"data: none\"}\n\n";

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  @BeforeEach
  void aServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void countsTheEventsOfAllReadersButNoGreeting() throws IOException {
    server.createContext(
        "/stream", exchange -> stream(exchange, HELLO, EVENT + ": heartbeat\n\n", EVENT));

    try (Crowd crowd = Crowd.of(READERS, address("/stream"))) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(crowd.events()).isEqualTo(2L * READERS));
      assertThat(crowd.greeted()).isEqualTo(READERS);
    }
  }

  @Test
  void countsThoseThatAreRefused() throws IOException {
    server.createContext(
        "/stream",
        exchange -> {
          exchange.sendResponseHeaders(503, -1);
          exchange.close();
        });

    try (Crowd crowd = Crowd.of(READERS, address("/stream"))) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(crowd.lost()).isEqualTo(READERS));
      assertThat(crowd.greeted()).isZero();
    }
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private static void stream(HttpExchange exchange, String... parts) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    for (String part : parts) {
      exchange.getResponseBody().write(part.getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
    }
  }
}
