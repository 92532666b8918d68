package dev.tidings.gateway;

import static dev.tidings.gateway.Texts.newUri;
import static dev.tidings.gateway.Texts.summit;
import static dev.tidings.gateway.Texts.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.gateway.Desk.Reply;
import dev.tidings.http.Access;
import dev.tidings.http.HttpServer;
import dev.tidings.http.RateLimit;
import dev.tidings.party.Party;
import dev.tidings.publish.Kafka;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are too large, too many, of the wrong form, or meant for somebody else. */
class RequestOverALimitTest {

  private static Desk desk;

  @BeforeAll
  static void open() {
    desk = Desk.open(Kafka.embedded().client());
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @Test
  void hasAThousandUpdatesAtMost() {
    List<String> thousand = IntStream.range(0, 1000).mapToObj(n -> visit(newUri())).toList();
    Kafka kafka = Kafka.embedded();

    Reply most = desk.postLines(thousand.toArray(String[]::new));
    assertThat(most.status()).isEqualTo(202);
    assertThat(kafka.published()).hasSize(1000);

    String tooMany = String.join(",", thousand) + "," + visit(newUri());
    assertThat(desk.post("[" + tooMany + "]").status()).isEqualTo(413);
    assertThat(desk.postLines(tooMany.replace("},{", "}\n{").split("\n")).status()).isEqualTo(413);
    assertThat(kafka.published()).hasSize(1000);
  }

  @Test
  void hasFiveThousandRecordsAtMost() {
    String parties =
        Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3).stream()
            .sorted()
            .filter(Party::isKnown)
            .limit(30)
            .map(code -> "'" + code + "'")
            .collect(Collectors.joining(","));
    String summits =
        IntStream.range(0, 12)
            .mapToObj(n -> summit(newUri(), parties))
            .collect(Collectors.joining(","));

    Reply reply = desk.post("[" + summits + "]");

    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.detail()).contains("5000 records");
  }

  @Test
  void hasEightMebibytesAtMost() {
    byte[] body = " ".repeat(8 * 1024 * 1024 + 1).getBytes(StandardCharsets.UTF_8);

    assertThat(desk.sendBytes("POST", "/updates", "application/json", body).status())
        .isEqualTo(413);
  }

  @Test
  void hasEightMebibytesAtMostWhenItDoesNotSayHowManyItHas() throws IOException {
    String head =
        String.join(
            "\r\n",
            "POST /updates HTTP/1.1",
            "Host: localhost",
            "Content-Type: application/json",
            "Transfer-Encoding: chunked",
            "Connection: close",
            "",
            "");
    byte[] chunk = ("10000\r\n" + " ".repeat(65536) + "\r\n").getBytes(StandardCharsets.UTF_8);

    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), desk.port())) {
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.UTF_8));
      for (int n = 0; n < 129; n++) {
        out.write(chunk);
      }
      out.write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      out.flush();
      assertThat(statusLine(socket.getInputStream())).contains(" 413 ");
    }
  }

  @Test
  void hasUpdatesOf256KibibytesAtMost() {
    String large = visit(newUri(), "'body':'" + "a".repeat(256 * 1024) + "'");

    assertThat(desk.post(large).status()).isEqualTo(413);
    assertThat(desk.post("[" + large + "]").fields()).containsExactly("[0]");
    assertThat(desk.put(newUri(), large).status()).isEqualTo(413);
  }

  @Test
  void hasHeadersOfEightKibibytesAtMost() {
    assertThat(desk.with("X-Long", "x".repeat(9000)).post(visit(newUri())).status()).isEqualTo(431);
  }

  @Test
  void isOneOfSoManyASecond() {
    try (Desk slow =
        Desk.open(Kafka.embedded().client(), null, Clock.systemUTC(), new RateLimit(1, 3))) {
      slow.ready();
      List<Reply> replies =
          IntStream.range(0, 5).mapToObj(n -> slow.post(visit(newUri()))).toList();

      assertThat(replies).extracting(Reply::status).contains(202, 429);
      assertThat(replies)
          .filteredOn(reply -> reply.status() == 429)
          .allSatisfy(reply -> assertThat(reply.header("Retry-After")).isEqualTo("1"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/json; charset=utf-16",
        "application/jsonp",
        ";"
      })
  void hasATypeThatIsKnown(String type) {
    Reply reply = desk.send("POST", "/updates", type, visit(newUri()));

    assertThat(reply.status()).isEqualTo(415);
    assertThat(reply.header("Accept")).isEqualTo("application/json, application/x-ndjson");
  }

  @Test
  void isNotCompressed() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(visit(newUri()).getBytes(StandardCharsets.UTF_8));
    }

    Reply reply =
        desk.with("Content-Encoding", "gzip")
            .sendBytes("POST", "/updates", "application/json", zipped.toByteArray());

    assertThat(reply.status()).isEqualTo(415);
    assertThat(reply.header("Accept-Encoding")).isEqualTo("identity");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example:8080"})
  void comesFromThisMachineByItsName(String host) throws IOException {
    String request =
        "DELETE /updates/urn:a:b HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), desk.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));

      assertThat(statusLine(socket.getInputStream())).contains(" 421 ");
    }
  }

  @Test
  void comesToAnEndThoughItsBodyDoesNot() throws IOException {
    String request =
        "POST /updates HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: 100\r\n\r\n{";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), desk.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.setSoTimeout((int) Duration.ofSeconds(60).toMillis());

      assertThat(statusLine(socket.getInputStream())).contains(" 408 ");
    }
  }

  @Test
  void isTakenFromNobodyElseWithoutTokens() {
    assertThatThrownBy(() -> Access.of(null, HttpServer.Settings.at("0.0.0.0", 8080)))
        .hasMessageContaining("0.0.0.0")
        .hasMessageContaining("tokens");
  }

  static String statusLine(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int one = in.read(); one >= 0 && one != '\r'; one = in.read()) {
      line.write(one);
    }
    return line.toString(StandardCharsets.UTF_8);
  }
}
