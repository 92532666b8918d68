package dev.tidings.feed.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.feed.publishing.Pretended.Received;
import dev.tidings.feed.reference.Documented;
import dev.tidings.http.Access;
import dev.tidings.http.HttpServer;
import dev.tidings.http.NewToken;
import dev.tidings.http.RateLimit;
import dev.tidings.http.Senders;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request to a feed that is for a gateway: what arrives there, and what comes back. */
class ForwardedRequestTest {

  private static final NewToken DESK = NewToken.forPublisher("desk");
  private static final int MORE_THAN_UNDER_WAY = 40;
  private static final HttpServer.Settings HERE = HttpServer.Settings.at("127.0.0.1", 0);

  @TempDir Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private Pretended gateway;
  private HttpServer open;
  private HttpServer closed;

  @BeforeEach
  void start() throws IOException {
    gateway = Pretended.start();
    open = feed(gateway.url(), null);
    closed =
        feed(gateway.url(), Files.writeString(folder.resolve("tokens"), "[" + DESK.entry() + "]"));
  }

  @AfterEach
  void stop() {
    open.close();
    closed.close();
    gateway.close();
  }

  @Test
  void arrivesAsItWasSent() {
    HttpResponse<String> answer =
        send(
            closed,
            "POST",
            "/updates?partial=true",
            "{\"a\":\"ä\"}",
            "Authorization",
            "Bearer " + DESK.secret(),
            "Content-Type",
            "application/json",
            "Idempotency-Key",
            "k1",
            "Cookie",
            "secret=1");

    Received there = gateway.received().get(0);
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(there.method()).isEqualTo("POST");
    assertThat(there.target()).isEqualTo("/updates?partial=true");
    assertThat(there.body()).isEqualTo("{\"a\":\"ä\"}");
    assertThat(there.headers().getFirst("Authorization")).isEqualTo("Bearer " + DESK.secret());
    assertThat(there.headers().getFirst("Content-Type")).isEqualTo("application/json");
    assertThat(there.headers().getFirst("Idempotency-Key")).isEqualTo("k1");
    assertThat(there.headers().getFirst("Host")).isEqualTo(gateway.url().getAuthority());
    assertThat(there.headers()).doesNotContainKey("Cookie");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/updates/https%3A%2F%2Fdesk.example%2F1950%2F17",
        "/updates/https://desk.example/2024//17/",
        "/updates/https://desk.example/a/./b/../c",
        "/updates/https%3a%2F%2fdesk.example%2Fa%2520b%252Fc?edNote=a%26b+c%2B",
        "/updates/tag:desk.example,2024:a;b=c+d",
        "/updates/urn:desk:%D8%B3%D9%81%D8%B1"
      })
  void keepsItsPath(String path) {
    send(open, "DELETE", path, "");

    assertThat(gateway.received()).extracting(Received::target).containsExactly(path);
  }

  @Test
  void mayHaveInItsQueryWhatBrowsersLeaveThere() throws IOException {
    assertThat(raw("DELETE /updates/urn:a:b?edNote=a|b^[c] HTTP/1.1", "localhost"))
        .contains(" 202 ");

    assertThat(gateway.received())
        .extracting(Received::target)
        .containsExactly("/updates/urn:a:b?edNote=a%7Cb%5E%5Bc%5D");
  }

  @Test
  void isAnsweredAsTheGatewayAnswers() {
    gateway.answers(
        429,
        Map.of(
            "Content-Type",
            "application/problem+json",
            "Retry-After",
            "7",
            "WWW-Authenticate",
            "Bearer",
            "Idempotency-Replayed",
            "true",
            "Cache-Control",
            "no-store",
            "Set-Cookie",
            "a=b"),
        "{\"status\":429}");

    HttpResponse<String> answer = send(open, "GET", "/publisher/updates?limit=3", "");

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.body()).isEqualTo("{\"status\":429}");
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("7");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertThat(answer.headers().firstValue("Idempotency-Replayed")).hasValue("true");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void goesNowhereElse() {
    try (Pretended other = Pretended.start()) {
      gateway.answers(307, Map.of("Location", other.url() + "/updates"), "");

      assertThat(send(open, "GET", "/publisher", "").statusCode()).isEqualTo(307);

      assertThat(other.received()).isEmpty();
    }
  }

  @Test
  void isRefusedHereWithoutAToken() {
    assertThat(Documented.check(send(closed, "POST", "/updates", "{}")).statusCode())
        .isEqualTo(401);
    assertThat(Documented.check(send(closed, "GET", "/publisher", "")).statusCode()).isEqualTo(401);

    assertThat(gateway.received()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /updates",
        "DELETE /updates/urn:a:b",
        "GET /publisher",
        "GET /publisher/updates"
      })
  void isRefusedHereWhenItIsMeantForAnotherHost(String what) throws IOException {
    assertThat(raw(what + " HTTP/1.1", "evil.example")).contains(" 421 ");

    assertThat(gateway.received()).isEmpty();
  }

  @Test
  void isRefusedHereWhenItIsTooLarge() {
    assertThat(
            Documented.check(send(open, "POST", "/updates", " ".repeat(8 * 1024 * 1024 + 1)))
                .statusCode())
        .isEqualTo(413);

    assertThat(gateway.received()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/updates/%zz",
        "/updates/../metrics",
        "/updates/..%2Fmetrics",
        "/updates/@evil.example"
      })
  void isNotPassedOnWhenItsPathIsNone(String path) throws IOException {
    assertThat(raw("DELETE " + path + " HTTP/1.1", "localhost")).contains(" 400 ");

    assertThat(gateway.received()).isEmpty();
  }

  @Test
  void hasPublishedNothingWhenTheGatewayIsGone() {
    gateway.close();

    HttpResponse<String> post = Documented.check(send(open, "POST", "/updates", "{}"));
    HttpResponse<String> get = Documented.check(send(open, "GET", "/publisher", ""));

    assertThat(post.statusCode()).isEqualTo(503);
    assertThat(post.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(post.body()).contains("cannot be reached; nothing was published");
    assertThat(get.statusCode()).isEqualTo(503);
    assertThat(get.body()).contains("cannot be reached").doesNotContain("published");
  }

  @Test
  void mayHavePublishedWhenTheGatewayGoesBeforeItAnswers() {
    gateway.answers(0, Map.of(), "");

    List<HttpResponse<String>> answers =
        List.of(
            send(open, "POST", "/updates", "{}"),
            send(open, "PUT", "/updates/urn:a:b", "{}"),
            send(open, "DELETE", "/updates/urn:a:b", "{}"));

    assertThat(answers)
        .allSatisfy(answer -> assertThat(Documented.check(answer).statusCode()).isEqualTo(503))
        .allSatisfy(
            answer -> assertThat(answer.body()).contains("is not known", "same Idempotency-Key"));
    // Once each: nobody but the publisher sends it again.
    assertThat(gateway.received()).hasSize(3);
  }

  @Test
  void mayHavePublishedWhenTheGatewayDoesNotAnswerInTime() {
    gateway.answers(-1, Map.of(), "");
    try (HttpServer hasty =
        HttpServer.start(
            HERE,
            List.of(
                new Forwarding(
                    gateway.url(), Senders.of(Access.of(null, HERE)), Duration.ofMillis(200))))) {
      HttpResponse<String> answer = Documented.check(send(hasty, "POST", "/updates", "{}"));

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("has not answered", "is not known");
    }
  }

  @Test
  void mayHaveAKeyThatTheGatewayWouldTakeAndNoOther() throws IOException {
    String key = "\r\nIdempotency-Key: é";

    assertThat(raw("DELETE /updates/urn:a:b HTTP/1.1" + key, "localhost")).contains(" 400 ");
    assertThat(gateway.received()).isEmpty();
  }

  @Test
  void isOneOfTooManyWithAWrongToken() throws IOException {
    Path tokens = Files.writeString(folder.resolve("few"), "[" + DESK.entry() + "]");
    Senders few = new Senders(Access.of(tokens, HERE), new RateLimit(1, 3));
    try (HttpServer feed = HttpServer.start(HERE, List.of(new Forwarding(gateway.url(), few)))) {
      List<Integer> statuses =
          Stream.generate(() -> send(feed, "GET", "/publisher", "", "Authorization", "Bearer x"))
              .limit(5)
              .map(HttpResponse::statusCode)
              .toList();

      assertThat(statuses).startsWith(401, 401, 401).contains(429);
      assertThat(send(feed, "GET", "/publisher", "", "Authorization", "Bearer " + DESK.secret()))
          .extracting(HttpResponse::statusCode)
          .isEqualTo(202);
    }
  }

  @Test
  void isNotHinderedByBodiesThatDoNotEnd() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < MORE_THAN_UNDER_WAY; i++) {
        Socket one = new Socket(InetAddress.getLoopbackAddress(), open.port());
        slow.add(one);
        one.getOutputStream()
            .write(
                "POST /updates HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{"
                    .getBytes(StandardCharsets.UTF_8));
      }

      assertThat(send(open, "POST", "/updates", "{}").statusCode()).isEqualTo(202);
    } finally {
      for (Socket one : slow) {
        one.close();
      }
    }
  }

  private static HttpServer feed(URI gateway, @Nullable Path tokens) {
    return HttpServer.start(
        HERE, List.of(new Forwarding(gateway, Senders.of(Access.of(tokens, HERE)))));
  }

  private HttpResponse<String> send(
      HttpServer to, String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(to.url() + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(path + " was not answered", e);
    }
  }

  /** Sends what no client of Java's would, and gives the first line of the answer. */
  private String raw(String line, String host) throws IOException {
    String request =
        line + "\r\nHost: " + host + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), open.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .findFirst()
          .orElse("");
    }
  }
}
