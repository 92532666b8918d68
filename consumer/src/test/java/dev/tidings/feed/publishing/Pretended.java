package dev.tidings.feed.publishing;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What a test takes for a gateway: it says what reached it, and answers as it is told. */
final class Pretended implements AutoCloseable {

  /** A request as it came. */
  record Received(String method, String target, Headers headers, String body) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private volatile int status = 202;
  private volatile Map<String, String> headers = Map.of("Content-Type", "application/json");
  private volatile String body = "{}";

  private Pretended(HttpServer server) {
    this.server = server;
  }

  static Pretended start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      Pretended gateway = new Pretended(server);
      server.setExecutor(gateway.threads);
      server.createContext("/", gateway::take);
      server.start();
      return gateway;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Answers so from now on; 0 answers nothing and closes the connection, -1 keeps it open. */
  void answers(int withStatus, Map<String, String> withHeaders, String withBody) {
    status = withStatus;
    headers = withHeaders;
    body = withBody;
  }

  List<Received> received() {
    return received;
  }

  private void take(HttpExchange exchange) throws IOException {
    String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    received.add(
        new Received(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            exchange.getRequestHeaders(),
            text));
    if (status == 0) {
      exchange.close();
    } else if (status > 0) {
      headers.forEach(exchange.getResponseHeaders()::set);
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
