package dev.tidings.feed.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.feed.LiveFeed;
import dev.tidings.feed.reference.Documented;
import dev.tidings.http.HttpServer;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.Json;
import dev.tidings.wire.JsonText;
import dev.tidings.wire.Reading;
import io.javalin.http.Context;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A live feed with webhooks, as a test needs them: retries come after 30 ms, calls end after 2 s.
 */
final class Hooks implements AutoCloseable {

  static final Schedule FAST = new Schedule(Collections.nCopies(9, Duration.ofMillis(30)), 0.1);
  static final Duration WHOLE_CALL = Duration.ofSeconds(2);

  private final LiveFeed live;
  private final Webhooks webhooks;
  private final HttpServer server;
  private final HttpClient http = HttpClient.newHttpClient();

  record Answer(int status, JsonNode json) {
    String text(String field) {
      return json.get(field).stringValue();
    }
  }

  record Created(String id, String secret) {}

  private Hooks(
      LiveFeed live,
      boolean allowPrivate,
      Webhooks.Surroundings surroundings,
      Function<Context, String> owner) {
    this.live = live;
    this.webhooks =
        Webhooks.open(
            live.client(),
            live.replica(),
            Clock.systemUTC(),
            new Webhooks.Settings(allowPrivate),
            new SimpleMeterRegistry(),
            owner,
            surroundings);
    this.server = HttpServer.start(HttpServer.Settings.at("127.0.0.1", 0), List.of(webhooks));
  }

  static Hooks allowingPrivate(Path folder) {
    return with(folder, true, Resolver.system(), FAST);
  }

  static Hooks with(Path folder, boolean allowPrivate, Resolver resolver, Schedule schedule) {
    return new Hooks(
        LiveFeed.start(folder, replica -> List.of()),
        allowPrivate,
        new Webhooks.Surroundings(resolver, schedule, WHOLE_CALL),
        request -> String.valueOf(request.header("Owner")));
  }

  LiveFeed live() {
    return live;
  }

  /** For longer than any retry of a test takes. */
  static ConditionFactory soon() {
    return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20));
  }

  /** Publishes, and waits until it is told. */
  void tell(RelationshipUpdate... updates) {
    live.publish(updates);
    live.awaitTold();
  }

  Created subscribe(String url, Map<String, ?> filters) {
    return subscribe(url, filters, null);
  }

  Created subscribe(String url, Map<String, ?> filters, @Nullable Long from) {
    Map<String, Object> body = new TreeMap<>(Map.of("url", url, "filters", filters));
    if (from != null) {
      body.put("from", from);
    }
    Answer answer = post("/subscriptions", new String(Json.write(body), UTF_8));
    if (answer.status() != 201) {
      throw new AssertionError(answer);
    }
    return new Created(answer.text("id"), answer.text("secret"));
  }

  String state(Created created) {
    return get("/subscriptions/" + created.id()).text("state");
  }

  Answer get(String path, String... headers) {
    return ask("GET", path, BodyPublishers.noBody(), headers);
  }

  Answer delete(String path, String... headers) {
    return ask("DELETE", path, BodyPublishers.noBody(), headers);
  }

  Answer post(String path) {
    return ask("POST", path, BodyPublishers.noBody());
  }

  Answer post(String path, String json, String... headers) {
    return ask("POST", path, BodyPublishers.ofString(json), headers);
  }

  private Answer ask(
      String method, String path, HttpRequest.BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .method(method, body)
            .header("Content-Type", "application/json");
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    try {
      HttpResponse<String> response =
          Documented.check(http.send(request.build(), BodyHandlers.ofString()));
      String read = response.body().isEmpty() ? "{}" : response.body();
      return new Answer(
          response.statusCode(),
          ((Reading.Good<JsonNode>) JsonText.parse(read.getBytes(UTF_8))).value());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(path + " was not answered", e);
    }
  }

  @Override
  public void close() {
    server.close();
    webhooks.close();
    live.close();
  }
}
