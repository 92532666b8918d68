package dev.tidings.feed.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrongFeedParameterTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=501",
        "limit=x",
        "limit=1&limit=2",
        "party=XX",
        "pair=IRN",
        "kind=gossip",
        "minUrgency=0",
        "background=maybe",
        "mute=nobody",
        "sector=police",
        "since=1"
      })
  void isNamedInAProblem(String query) {
    try (ServedFeed served = new ServedFeed()) {
      for (String path : new String[] {"/feed.atom?", "/feed.json?"}) {
        HttpResponse<String> answer = served.get(path + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type"))
            .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).contains(query.substring(0, query.indexOf('=')));
      }
    }
  }

  @Test
  void isNotWhatIsAtItsLimit() {
    try (ServedFeed served = new ServedFeed()) {
      for (int i = 0; i < 501; i++) {
        served.tell("entry " + i);
      }
      assertThat(new ReadJsonFeed(served.get("/feed.json").body()).items()).hasSize(50);
      assertThat(new ReadJsonFeed(served.get("/feed.json?limit=500").body()).items()).hasSize(500);
      assertThat(new ReadAtom(served.get("/feed.atom?limit=1").body()).texts("/feed/entry/title"))
          .containsExactly("entry 500");
    }
  }
}
