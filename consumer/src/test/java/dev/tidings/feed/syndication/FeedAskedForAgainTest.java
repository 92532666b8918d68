package dev.tidings.feed.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedAskedForAgainTest {

  @ParameterizedTest
  @ValueSource(strings = {"/feed.atom", "/feed.json"})
  void isNotSentToWhoeverHasIt(String path) {
    try (ServedFeed served = new ServedFeed()) {
      served.tell("first");
      HttpResponse<String> first = served.get(path);
      String etag = first.headers().firstValue("ETag").orElseThrow();
      String modified = first.headers().firstValue("Last-Modified").orElseThrow();

      assertThat(modified).isEqualTo("Tue, 16 Jan 2024 10:00:01 GMT");
      isNotModified(served.get(path, "If-None-Match", etag));
      isNotModified(served.get(path, "If-Modified-Since", modified));
      isNotModified(served.get(path, "If-Modified-Since", "Wed, 17 Jan 2024 00:00:00 GMT"));
      isNotModified(served.get(path, "If-None-Match", etag, "If-Modified-Since", "nonsense"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feed.atom", "/feed.json"})
  void isSentToWhoeverHasItNot(String path) {
    try (ServedFeed served = new ServedFeed()) {
      served.tell("first");
      HttpResponse<String> first = served.get(path);
      String etag = first.headers().firstValue("ETag").orElseThrow();
      String modified = first.headers().firstValue("Last-Modified").orElseThrow();
      served.tell(1, "test:new", "second", "2024-01-16T10:00:02Z");

      assertThat(served.get(path, "If-None-Match", etag).statusCode()).isEqualTo(200);
      assertThat(served.get(path, "If-Modified-Since", modified).statusCode()).isEqualTo(200);
      assertThat(served.get(path, "If-Modified-Since", "nonsense").statusCode()).isEqualTo(200);
      // An entity tag counts for more than a date.
      HttpResponse<String> both =
          served.get(
              path, "If-None-Match", etag, "If-Modified-Since", "Fri, 19 Jan 2024 00:00:00 GMT");
      assertThat(both.statusCode()).isEqualTo(200);
      assertThat(both.body()).contains("second");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feed.atom", "/feed.json"})
  void hasNoDateWhileMoreOfItsSecondMayCome(String path) {
    try (ServedFeed served = new ServedFeed()) {
      served.tell(0, "test:a", "first", "2024-01-16T10:00:01.1Z");
      served.timeIs("2024-01-16T10:00:02Z");

      HttpResponse<String> early = served.get(path);
      assertThat(early.headers().firstValue("Last-Modified")).isEmpty();
      assertThat(early.headers().firstValue("ETag")).isPresent();
      assertThat(
              served.get(path, "If-Modified-Since", "Tue, 16 Jan 2024 10:00:01 GMT").statusCode())
          .isEqualTo(200);
    }
  }

  private static void isNotModified(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(304);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("ETag")).isPresent();
    assertThat(answer.headers().firstValue("Last-Modified")).isPresent();
  }
}
