package dev.tidings.gateway;

import dev.tidings.http.Access;
import dev.tidings.http.Health;
import dev.tidings.http.HttpServer;
import dev.tidings.http.Metrics;
import dev.tidings.http.RateLimit;
import dev.tidings.http.Senders;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway on a port of its own, and what a test sends it. */
final class Desk implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final Gateway gateway;
  private final Metrics metrics;
  private final HttpServer server;
  private final List<String> headers = new ArrayList<>();

  private Desk(Gateway gateway, Metrics metrics, HttpServer server) {
    this.gateway = gateway;
    this.metrics = metrics;
    this.server = server;
  }

  /** An answer: its JSON, and the rest of it. */
  record Reply(int status, JsonNode json, HttpResponse<String> whole) {

    /** What the problem document names: {@code field: message}. */
    List<String> errors() {
      return json.path("errors")
          .valueStream()
          .map(
              error ->
                  "%s: %s"
                      .formatted(
                          error.path("field").stringValue(), error.path("message").stringValue()))
          .toList();
    }

    List<String> fields() {
      return json.path("errors")
          .valueStream()
          .map(error -> error.path("field").stringValue())
          .toList();
    }

    String detail() {
      return json.path("detail").asString();
    }

    @Nullable String header(String name) {
      return whole.headers().firstValue(name).orElse(null);
    }

    JsonNode published() {
      return json.path("published");
    }
  }

  /** Without tokens, ready. */
  static Desk open(Map<String, Object> client) {
    return open(client, null, Clock.systemUTC());
  }

  static Desk open(Map<String, Object> client, @Nullable Path tokens, Clock clock) {
    return open(client, tokens, clock, new RateLimit(10_000, 10_000)).ready();
  }

  static Desk open(
      Map<String, Object> client, @Nullable Path tokens, Clock clock, RateLimit limit) {
    HttpServer.Settings settings = HttpServer.Settings.at("127.0.0.1", 0);
    Metrics metrics = new Metrics();
    Gateway gateway =
        Gateway.open(
            client, clock, metrics.registry(), new Senders(Access.of(tokens, settings), limit));
    HttpServer server =
        HttpServer.start(settings, List.of(gateway, new Health(List.of(gateway.check())), metrics));
    return new Desk(gateway, metrics, server);
  }

  /** Waits until it has read what stands on the topics. */
  Desk ready() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> get("/health/ready").status() == 200);
    return this;
  }

  /** The same gateway, to which everything is sent with more headers: name, value, name … */
  Desk with(String... more) {
    Desk same = new Desk(gateway, metrics, server);
    same.headers.addAll(headers);
    same.headers.addAll(List.of(more));
    return same;
  }

  Desk withToken(String secret) {
    return with("Authorization", "Bearer " + secret);
  }

  Reply post(String json) {
    return send("POST", "/updates", "application/json", json);
  }

  Reply postPartial(String json) {
    return send("POST", "/updates?partial=true", "application/json", json);
  }

  Reply postLines(String... lines) {
    return send("POST", "/updates", "application/x-ndjson", String.join("\n", lines) + "\n");
  }

  Reply put(String uri, String json) {
    return send("PUT", "/updates/" + encoded(uri), "application/json", json);
  }

  Reply delete(String uri) {
    return send("DELETE", "/updates/" + encoded(uri), null, null);
  }

  Reply get(String path) {
    return send("GET", path, null, null);
  }

  Reply send(String method, String path, @Nullable String type, @Nullable String body) {
    return sendBytes(
        method, path, type, body == null ? null : body.getBytes(StandardCharsets.UTF_8));
  }

  Reply sendBytes(String method, String path, @Nullable String type, byte @Nullable [] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .timeout(Duration.ofSeconds(40))
            .method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (type != null) {
      request.header("Content-Type", type);
    }
    for (int i = 0; i < headers.size(); i += 2) {
      request.header(headers.get(i), headers.get(i + 1));
    }
    try {
      HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
      boolean isJson = answer.headers().firstValue("Content-Type").orElse("").contains("json");
      return new Reply(answer.statusCode(), JSON.readTree(isJson ? answer.body() : "{}"), answer);
    } catch (IOException e) {
      throw new IllegalStateException(method + " " + path, e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  int port() {
    return server.port();
  }

  static String encoded(String uri) {
    return URLEncoder.encode(uri, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public void close() {
    server.close();
    gateway.close();
    metrics.close();
  }
}
