package dev.tidings.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.feed.reference.Documented;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds at every documented address of {@code tidings up}. */
class EveryAddressTest {

  private static final Map<String, String> FILLED =
      Map.of(
          "{pair}", "IRN-PAK",
          "{code}", "IRN",
          "{uri}", "https%3A%2F%2Fdesk.example%2Funknown",
          "{id}", "sub_unknown",
          "{name}", "update.json",
          "{version}", "unknown");

  /** Numbers change between two requests, and with them the length. */
  private static final String NUMBERS = "/metrics";

  @TempDir private static Path folder;
  private static RunningStack stack;
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws IOException {
    stack = RunningStack.in(folder);
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  static Stream<String> operations() {
    return Documented.operations(
            "relationships",
            "updates",
            "notifications",
            "syndication",
            "subscriptions",
            "publishing",
            "pages",
            "reference",
            "operations")
        .stream()
        .map(EveryAddressTest::filled);
  }

  static Stream<String> reads() {
    return operations().filter(one -> one.startsWith("GET ")).map(one -> one.substring(4));
  }

  @ParameterizedTest
  @MethodSource("reads")
  void answersHeadAsGet(String path) throws Exception {
    HttpResponse<InputStream> get = send("GET", path);
    HttpResponse<InputStream> head = send("HEAD", path);

    assertThat(head.statusCode()).isEqualTo(get.statusCode());
    assertThat(fields(path, head)).isEqualTo(fields(path, get));
    assertThat(head.body().readAllBytes()).isEmpty();
    get.body().close();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void answersNobodyWhoNamesAnotherHost(String operation) throws IOException {
    String request =
        operation
            + " HTTP/1.1\r\nHost: 127.0.0.1.evil.example:8080\r\nContent-Length: 0\r\n"
            + "Connection: close\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 421 ");
    }
  }

  private HttpResponse<InputStream> send(String method, String path) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(stack.url() + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    return http.send(request.build(), BodyHandlers.ofInputStream());
  }

  /** A body that is sent as it is made has no length, and HEAD has no body to be sent so. */
  private static Map<String, List<String>> fields(String path, HttpResponse<InputStream> answer) {
    Map<String, List<String>> fields = new HashMap<>(answer.headers().map());
    fields.keySet().removeAll(List.of("date", "transfer-encoding"));
    if (path.equals(NUMBERS)) {
      fields.remove("content-length");
    }
    return fields;
  }

  private static String filled(String operation) {
    String filled = operation;
    for (Map.Entry<String, String> one : FILLED.entrySet()) {
      filled = filled.replace(one.getKey(), one.getValue());
    }
    return filled;
  }

  private static int port() {
    return URI.create(stack.url()).getPort();
  }
}
