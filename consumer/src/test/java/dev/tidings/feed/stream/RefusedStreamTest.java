package dev.tidings.feed.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedStreamTest {

  private static Streams streams;

  @BeforeAll
  static void start(@TempDir Path folder) {
    Bounds two =
        new Bounds(Duration.ofMillis(100), 2, 1_000, Duration.ofSeconds(2), Duration.ofSeconds(30));
    streams = Streams.start(folder, two);
  }

  @AfterAll
  static void stop() {
    streams.close();
  }

  @Test
  void garbageInTheLastEventIdIsNamed() {
    HttpResponse<String> answer = get("", "Last-Event-ID", "abc");

    assertProblem(answer, 400, "Last-Event-ID: 'abc'; expected a whole number, -1");
  }

  @Test
  void isToldOfALastEventIdInItsAddressThatIsNone() {
    assertProblem(get("?lastEventId=abc"), 400, "lastEventId: 'abc'; expected a whole number, -1");
  }

  @Test
  void garbageInParametersIsNamed() {
    assertProblem(get("?after=-2"), 400, "after: '-2'; expected a whole number, -1");
    assertProblem(get("?feed=%20"), 400, "feed: ' '; expected the feed");
    assertProblem(get("?after=1&after=2"), 400, "after: 2 values; expected one");
    assertProblem(get("?party=ATLANTIS"), 400, "ATLANTIS");
    assertProblem(get("?since=3"), 400, "since: unknown parameter");
  }

  @Test
  void whoTakesNoEventsIsTold() {
    assertProblem(get("", "Accept", "application/json"), 406, "text/event-stream");
  }

  @Test
  void headSaysWhatGetWould() throws Exception {
    HttpRequest head =
        HttpRequest.newBuilder(URI.create(streams.live().url() + Streams.PATH))
            .method("HEAD", BodyPublishers.noBody())
            .build();

    HttpResponse<String> answer = HttpClient.newHttpClient().send(head, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type"))
        .hasValue("text/event-stream;charset=utf-8");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void oneTooManyIsAskedToComeLater() {
    try (Connections readers = new Connections(streams.live().port(), 0)) {
      readers.open(new RecordingReader(Streams.PATH));
      readers.open(new RecordingReader(Streams.PATH));
      Streams.await().until(() -> streams.connected() == 2);

      HttpResponse<String> answer = get("");

      assertProblem(answer, 503, "too many");
      assertThat(answer.headers().firstValue("retry-after")).hasValue("10");
    }
    Streams.await().until(() -> streams.connected() == 0);
    assertThat(streams.read("").events()).hasSize(1);
  }

  private static HttpResponse<String> get(String query, String... headers) {
    return streams.live().get(Streams.PATH + query, headers);
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String detail) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains(detail);
  }
}
