package dev.tidings.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlOfAServerTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8080",
        "https://news.example/tidings/",
        "http://[::1]:8080",
        "http://stack_feed_1:8080/tidings"
      })
  void hasASchemeAndAHost(String url) {
    assertThat(ServerUrl.isOne(URI.create(url))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://news.example",
        "news.example",
        "http:///tidings",
        "http://a@news.example",
        "http://a@stack_feed_1",
        "http://stack_feed_1:x",
        "http://news.example?a=b",
        "http://news.example#a"
      })
  void hasNothingElse(String url) {
    assertThat(ServerUrl.isOne(URI.create(url))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "http://a.example, http://a.example/news?a=b",
    "http://a.example/, http://a.example/news?a=b",
    "http://a.example/tidings, http://a.example/tidings/news?a=b",
    "http://stack_feed_1:80/tidings//, http://stack_feed_1:80/tidings/news?a=b"
  })
  void keepsItsPath(String server, String address) {
    assertThat(ServerUrl.at(URI.create(server), "/news?a=b")).hasToString(address);
  }

  @Test
  void isCalledByItsAddressWhereItsHostHasUnderscores() throws UnknownHostException {
    ServerUrl.Names names = name -> InetAddress.getByAddress(name, new byte[] {10, 0, 0, 7});

    assertThat(ServerUrl.callable(URI.create("http://stack_feed_1:8080/tidings/news?a=b"), names))
        .hasToString("http://10.0.0.7:8080/tidings/news?a=b");
    assertThat(ServerUrl.callable(URI.create("http://stack_feed_1"), names))
        .hasToString("http://10.0.0.7");
  }

  @Test
  void isCalledAsItIsWhereItCanBe() throws UnknownHostException {
    URI url = URI.create("http://news.example:8080/tidings?a=b");

    assertThat(ServerUrl.callable(url)).isEqualTo(url);
    assertThat(HttpRequest.newBuilder(url).build().uri()).isEqualTo(url);
  }
}
