package dev.tidings.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All roles on a machine whose language has digits, a calendar or lower-case letters of its own:
 * what they publish, answer and print is what they would say anywhere.
 */
class MachineInAnotherLanguageTest {

  private static final String DAY = "asOf=2024-01-18&knownAt=2025-06-21T10:00:00Z";
  private static final Pattern OTHER_DIGITS = Pattern.compile("[\\p{Nd}&&[^0-9]]");
  private static final String VISIT =
      "{\"uri\":\"https://desk.example/trial/3\",\"kind\":\"visit\",\"mode\":\"visit\","
          + "\"occurred\":\"2026-11-20\",\"actor\":\"PAK\",\"counterpart\":\"IRN\","
          + "\"headline\":\"Pakistan's foreign minister visits Tehran\"}";

  private static String summary;

  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void summariseInEnglish() {
    summary =
        Run.of(
                "replay",
                "--show=IRN-PAK",
                "--as-of=2024-01-18",
                "--known-at=2025-06-21T10:00:00Z",
                "--json")
            .out()
            .strip();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fa-IR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai", "tr-TR"})
  void saysWhatItSaysAnywhere(String language) throws IOException, InterruptedException {
    try (RunningStack stack = RunningStack.speaking(Locale.forLanguageTag(language), folder)) {
      HttpResponse<String> first = publish(stack);
      HttpResponse<String> again = publish(stack);
      HttpResponse<String> withdrawn =
          send(
              HttpRequest.newBuilder(
                      URI.create(stack.url() + "/updates/https%3A%2F%2Fdesk.example%2Ftrial%2F3"))
                  .DELETE());
      await()
          .untilAsserted(
              () -> assertThat(get(stack, "/notifications?pair=IRN-PAK")).contains("\"kill\""));

      assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
      assertThat(again.body()).isEqualTo(first.body());
      assertThat(withdrawn.statusCode()).as(withdrawn.body()).isEqualTo(202);
      assertThat(withdrawn.body()).contains("\"version\":2");
      assertThat(get(stack, "/relationships/IRN-PAK?" + DAY)).isEqualTo(summary);
      assertThat(idOfFirstEntry(stack)).matches("id: ?[0-9]+");
      for (String path :
          new String[] {
            "/relationships",
            "/relationships/IRN-PAK/timeline",
            "/relationships/IRN-PAK/climate",
            "/relationships/IRN-PAK/difference?from=2024-01-15",
            "/notifications",
            "/snapshot",
            "/parties/IRN",
            "/feed.atom",
            "/feed.json",
            "/metrics"
          }) {
        assertThat(get(stack, path)).as(path).doesNotContainPattern(OTHER_DIGITS);
      }
      assertThat(page(stack, "/relationships/IRN-PAK?lang=en")).doesNotContainPattern(OTHER_DIGITS);
      assertThat(stack.output()).doesNotContainPattern(OTHER_DIGITS).doesNotContain(" ERROR ");
    }
  }

  private HttpResponse<String> publish(RunningStack stack) {
    return send(
        HttpRequest.newBuilder(URI.create(stack.url() + "/updates"))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "a-key-of-its-own")
            .POST(BodyPublishers.ofString(VISIT)));
  }

  private String get(RunningStack stack, String path) {
    HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(stack.url() + path)));
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
    return answer.body();
  }

  private String page(RunningStack stack, String path) {
    return send(HttpRequest.newBuilder(URI.create(stack.url() + path))
            .header("Accept", "text/html"))
        .body();
  }

  /** Reads the stream as far as the first line that names a cursor. */
  private String idOfFirstEntry(RunningStack stack) throws IOException, InterruptedException {
    var stream =
        http.send(
            HttpRequest.newBuilder(URI.create(stack.url() + "/notifications/stream"))
                .header("Last-Event-ID", "0")
                .build(),
            BodyHandlers.ofInputStream());
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id:")) {
          return line;
        }
      }
    }
    return "the stream ended";
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("not answered", e);
    }
  }
}
