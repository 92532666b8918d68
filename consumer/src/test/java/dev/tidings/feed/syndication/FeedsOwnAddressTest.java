package dev.tidings.feed.syndication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.http.Access;
import dev.tidings.http.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedsOwnAddressTest {

  @Test
  void isRelativeInAtomAndLeftOutInJsonWhenNobodySaidIt() {
    try (ServedFeed served = new ServedFeed()) {
      served.tell("first");

      ReadAtom atom = new ReadAtom(served.get("/feed.atom?party=PAK&party=IRN&limit=7").body());
      assertThat(atom.text("/feed/link[@rel='self']/@href"))
          .isEqualTo("feed.atom?party=IRN,PAK&limit=7");
      assertThat(atom.text("/feed/link[@rel='alternate']/@href"))
          .isEqualTo("feed.json?party=IRN,PAK&limit=7");
      ReadJsonFeed json = new ReadJsonFeed(served.get("/feed.json").body());
      assertThat(json.document().has("feed_url")).isFalse();
      assertThat(json.items().get(0).has("url")).isFalse();
    }
  }

  @Test
  void isThatOfTheRequestAtAServerForItsOwnMachine() throws IOException {
    Access access = Access.of(null, HttpServer.Settings.at("127.0.0.1", 0));
    try (ServedFeed served = new ServedFeed(null, access::urlOf)) {
      served.tell("first");
      String here = "http://127.0.0.1:" + served.port();

      ReadAtom atom = new ReadAtom(served.get("/feed.atom?kind=visit").body());
      assertThat(atom.text("/feed/link[@rel='self']/@href"))
          .isEqualTo(here + "/feed.atom?kind=visit");
      assertThat(atom.text("/feed/entry/link[@type='text/html']/@href"))
          .isEqualTo(here + "/updates/test%3A0");
      ReadJsonFeed json = new ReadJsonFeed(served.get("/feed.json").body());
      assertThat(json.items().get(0).get("url").asString()).isEqualTo(here + "/updates/test%3A0");
      assertThat(rawGet(served.port(), "/feed.atom", "Host: [::1]:8080"))
          .contains("http://[::1]:8080/updates/test%3A0");
      assertThat(rawGet(served.port(), "/feed.atom", "Host: evil.example")).doesNotContain("evil");
    }
  }

  @Test
  void isOneForEachUpdateAndNotForEachPair() {
    try (ServedFeed served = new ServedFeed("https://news.example")) {
      served.tell("first");
      served.tell("second");

      ReadAtom atom = new ReadAtom(served.get("/feed.atom").body());
      assertThat(atom.texts("/feed/entry/link[@rel='alternate'][@type='text/html']/@href"))
          .containsExactly(
              "https://news.example/updates/test%3A1", "https://news.example/updates/test%3A0");
      assertThat(atom.items().get(0).getLink()).contains("https://news.example/updates/test%3A1");
    }
  }

  @Test
  void isAbsoluteWhenItIsKnown() {
    try (ServedFeed served = new ServedFeed("https://news.example/tidings/")) {
      served.tell("first");

      ReadAtom atom = new ReadAtom(served.get("/feed.atom?kind=visit").body());
      assertThat(atom.text("/feed/link[@rel='self']/@href"))
          .isEqualTo("https://news.example/tidings/feed.atom?kind=visit");
      ReadJsonFeed json = new ReadJsonFeed(served.get("/feed.json?kind=visit").body());
      assertThat(json.document().get("feed_url").asString())
          .isEqualTo("https://news.example/tidings/feed.json?kind=visit");
      assertThat(json.items().get(0).get("url").asString())
          .isEqualTo("https://news.example/tidings/updates/test%3A0");
    }
  }

  @Test
  void neverComesFromTheRequest() throws IOException {
    try (ServedFeed served = new ServedFeed()) {
      served.tell("first");
      for (String path : new String[] {"/feed.atom", "/feed.json"}) {
        String answer =
            rawGet(served.port(), path, "Host: evil.example\r\nX-Forwarded-Host: evil.example");
        assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("evil");
      }
    }
  }

  @Test
  void isItsNameTooWithItsFilterInOneOrder() {
    try (ServedFeed served = new ServedFeed()) {
      ReadAtom all = new ReadAtom(served.get("/feed.atom").body());
      ReadAtom some = new ReadAtom(served.get("/feed.atom?party=PAK,IRN&kind=visit").body());
      ReadAtom same = new ReadAtom(served.get("/feed.atom?kind=visit&party=IRN&party=PAK").body());

      assertThat(all.text("/feed/id")).isEqualTo("tag:tidings.dev,2026:feed/log");
      assertThat(some.text("/feed/id"))
          .isEqualTo("tag:tidings.dev,2026:feed/log?kind=visit&party=IRN,PAK")
          .isEqualTo(same.text("/feed/id"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"news.example", "ftp://news.example", "https:///x", "https://a/?b", "/a"})
  void isRefusedWhenItIsNone(String publicUrl) {
    assertThatThrownBy(() -> new ServedFeed(publicUrl).close())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(publicUrl);
  }

  private static String rawGet(int port, String path, String headers) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request =
          "GET %s HTTP/1.1\r\n%s\r\nConnection: close\r\n\r\n".formatted(path, headers);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
