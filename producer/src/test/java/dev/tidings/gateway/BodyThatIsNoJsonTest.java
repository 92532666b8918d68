package dev.tidings.gateway;

import static dev.tidings.gateway.Texts.newUri;
import static dev.tidings.gateway.Texts.visit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.gateway.Desk.Reply;
import dev.tidings.publish.Kafka;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that nobody should send: each is told what is wrong, and publishes nothing. */
class BodyThatIsNoJsonTest {

  private static Desk desk;
  private static Kafka kafka;

  @BeforeAll
  static void open() {
    kafka = Kafka.embedded();
    desk = Desk.open(kafka.client());
  }

  @AfterAll
  static void close() {
    desk.close();
    assertThat(kafka.published()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void isRefused(String name, byte[] document) {
    Reply reply = desk.sendBytes("POST", "/updates", "application/json", document);

    assertThat(reply.status()).as(reply.whole().body()).isEqualTo(400);
    assertThat(reply.detail()).containsAnyOf("JSON", "UTF-8");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void isRefusedAsALineToo(String name, byte[] document) {
    int status = desk.sendBytes("POST", "/updates", "application/x-ndjson", document).status();

    assertThat(status).isIn(400, 422);
  }

  @ParameterizedTest
  @MethodSource("deep")
  void isRefusedHoweverDeep(String document) {
    assertThat(desk.post(document).status()).isEqualTo(400);
    assertThat(desk.put(newUri(), document).status()).isIn(400, 413);
  }

  @Test
  void isRefusedWithAKeyTwice() {
    Reply reply = desk.post(visit(newUri(), "'kind':'visit'").replace("\"mode\"", "\"kind\""));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(desk.post("[{\"a\":1,\"a\":2}]").fields()).containsExactly("[0]");
  }

  @Test
  void isRefusedWithASecondByteOrderMark() {
    assertThat(desk.post("\uFEFF\uFEFF" + visit(newUri())).status()).isEqualTo(400);
  }

  @Test
  void isRefusedWithHalfACharacterOrNone() {
    assertThat(desk.post(visit(newUri(), "'headline':'a\\ud800b'")).fields())
        .containsExactly("headline");
    assertThat(desk.post(visit(newUri(), "'headline':'a\\u0000b'")).fields())
        .containsExactly("headline");
  }

  @Test
  void isRefusedWithAHugeNumber() {
    assertThat(desk.post(visit(newUri(), "'version':1e400000000")).status()).isEqualTo(422);
    assertThat(desk.post(visit(newUri(), "'version':" + "9".repeat(100_000))).status())
        .isEqualTo(400);
  }

  @Test
  void isRefusedWhenItIsJsonOfAnotherForm() {
    for (String document : List.of("null", "7", "\"a\"", "true")) {
      assertThat(desk.post(document).status()).isEqualTo(422);
      assertThat(desk.put(newUri(), document).status()).isEqualTo(422);
    }
  }

  @Test
  void isRefusedWithoutTakingLargeListsApart() {
    String numbers = "1,".repeat(4_000_000) + "1";

    assertThat(desk.post("[" + numbers + "]").status()).isEqualTo(413);
    assertThat(desk.post("[[" + numbers + "]]").status()).isEqualTo(413);
  }

  static Stream<Arguments> documents() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(BodyThatIsNoJsonTest.class.getResourceAsStream("no-json.tsv"))) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      assertThat(lines).hasSizeGreaterThan(180);
      return lines.stream()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(parts -> Arguments.of(parts[0], Base64.getDecoder().decode(parts[1])));
    }
  }

  static Stream<String> deep() {
    return Stream.of("[".repeat(100_000), "[{\"\":".repeat(50_000), "{\"a\":".repeat(33));
  }
}
