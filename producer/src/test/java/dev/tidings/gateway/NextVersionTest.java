package dev.tidings.gateway;

import static dev.tidings.gateway.Texts.json;
import static dev.tidings.gateway.Texts.newUri;
import static dev.tidings.gateway.Texts.summit;
import static dev.tidings.gateway.Texts.visit;
import static dev.tidings.gateway.Texts.visitOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.gateway.Desk.Reply;
import dev.tidings.publish.Kafka;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The next version of what was published, through two gateways on one Kafka. */
class NextVersionTest {

  private static final String BODY =
      json(
          "{'kind':'visit','mode':'visit','occurred':'2024-01-17','headline':'Corrected',"
              + "'actor':'IRN','counterpart':'PAK','edNote':'The day.'}");

  private static Desk one;
  private static Desk other;

  @BeforeAll
  static void open() {
    one = Desk.open(Kafka.embedded().client());
    other = Desk.open(Kafka.embedded().client());
  }

  @AfterAll
  static void close() {
    one.close();
    other.close();
  }

  @Test
  void isOneHigherWhereverTheLastWasPublished() {
    String uri = newUri();
    one.post(visit(uri, "'version':4"));

    assertThat(version(other.put(uri, BODY))).isEqualTo(5);
    assertThat(version(one.put(uri, BODY))).isEqualTo(6);
  }

  @Test
  void isGivenToOneOfManyWhoAskAtOnce() {
    String uri = newUri();
    one.post(visit(uri));

    List<CompletableFuture<Integer>> asked =
        IntStream.range(0, 8)
            .mapToObj(
                n ->
                    CompletableFuture.supplyAsync(
                        () -> version((n % 2 == 0 ? one : other).put(uri, BODY))))
            .toList();

    assertThat(asked.stream().map(CompletableFuture::join))
        .containsExactlyInAnyOrder(2, 3, 4, 5, 6, 7, 8, 9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://desk.example/2024//17/",
        "https://desk.example/a/./b/../c",
        "https://desk.example/q?a=1&b=2",
        "https://desk.example/a%20b%2Fc",
        "urn:desk:سفر",
        "tag:desk.example,2024:a;b=c+d"
      })
  void isFoundByItsUriPercentEncoded(String form) {
    String uri = unique(form);
    one.post(visit(uri));

    assertThat(version(one.put(uri, BODY))).isEqualTo(2);
    assertThat(version(other.delete(uri))).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://desk.example/2024//17/",
        "https://desk.example/a/b",
        "https://desk.example/a%20b%2Fc",
        "urn:desk:17"
      })
  void isFoundByItsUriAsItIs(String form) {
    String uri = unique(form);
    one.post(visit(uri));

    Reply reply = one.send("PUT", "/updates/" + uri, "application/json", BODY);

    assertThat(version(reply)).isEqualTo(2);
    assertThat(reply.published().get(0).get("uri").stringValue()).isEqualTo(uri);
  }

  @Test
  void mayBeHigherThanTheNextButNoLower() {
    String uri = newUri();
    one.post(visit(uri, "'version':4"));

    assertThat(version(one.put(uri, visit(uri, "'version':9")))).isEqualTo(9);
    Reply low = other.put(uri, visit(uri, "'version':9"));
    assertThat(low.status()).isEqualTo(409);
    assertThat(low.detail())
        .isEqualTo("version 9; the highest is 9, expected a higher one or none");
  }

  @Test
  void hasTheUriOfItsPath() {
    String uri = newUri();
    one.post(visit(uri));

    Reply reply = one.put(uri, visit(newUri()));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.fields()).containsExactly("uri");
  }

  @Test
  void isWithdrawnWhereItIsAboutOtherPartiesNow() {
    String uri = newUri();
    one.post(visit(uri));
    Kafka kafka = Kafka.embedded();

    Reply reply = one.put(uri, visitOf(uri, "IRN", "TUR"));

    assertThat(relationships(reply)).containsExactly("IRN-PAK", "IRN-TUR");
    assertThat(kafka.published())
        .satisfiesExactlyInAnyOrder(
            kill -> assertThat(kill).contains("PAK", "\"version\":2", "canceled"),
            next -> assertThat(next).contains("TUR", "\"version\":2", "usable"));
  }

  @Test
  void isAKillInEveryRelationship() {
    String uri = newUri();
    one.post(summit(uri, "'IRN','PAK','TUR'", "'headline':'Summit'"));
    one.put(uri, summit(uri, "'IRN','PAK','TUR'", "'headline':'Summit, corrected'"));
    Kafka kafka = Kafka.embedded();

    Reply reply =
        other.send(
            "DELETE", "/updates/" + Desk.encoded(uri) + "?edNote=Never%20happened.", null, null);

    assertThat(version(reply)).isEqualTo(3);
    assertThat(relationships(reply)).containsExactly("IRN-PAK", "IRN-TUR", "PAK-TUR");
    assertThat(kafka.published())
        .hasSize(3)
        .allSatisfy(
            kill ->
                assertThat(kill)
                    .contains("canceled", "Summit, corrected", "Never happened.", "\"version\":3"));
  }

  @Test
  void isNoSecondKill() {
    String uri = newUri();
    one.post(visit(uri));
    one.delete(uri);

    Reply again = other.delete(uri);

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.detail()).isEqualTo("version 2 is a kill already");
  }

  @Test
  void endsAnEmbargoWhenItIsAKill() {
    String uri = newUri();
    one.post(visit(uri, "'embargoedUntil':'2999-01-01T00:00:00Z'"));
    Kafka kafka = Kafka.embedded();

    one.delete(uri);

    assertThat(kafka.published()).singleElement().asString().doesNotContain("embargoedUntil");
  }

  @Test
  void isOfAnUpdateThatIsThere() {
    assertThat(one.put(newUri(), BODY).status()).isEqualTo(404);
    assertThat(one.delete(newUri()).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nothing", "%20", "a%FFb", "urn:a:%E2%80%AEb"})
  void needsAUriInItsPath(String path) {
    assertThat(one.send("DELETE", "/updates/" + path, null, null).status()).isBetween(400, 405);
  }

  @Test
  void isToldOfAWrongNote() {
    assertThat(one.send("DELETE", "/updates/urn%3Aa%3Ab?edNote=%00&x=1", null, null).fields())
        .containsExactlyInAnyOrder("edNote", "x");
    assertThat(one.send("DELETE", "/updates/urn%3Aa%3Ab?edNote=a%E2%81%A0b", null, null).fields())
        .containsExactly("edNote");
  }

  private static String unique(String form) {
    return form.contains("?") ? form + "&n=" + newUri().hashCode() : suffixed(form);
  }

  private static String suffixed(String form) {
    int at = form.lastIndexOf("17") < 0 ? form.length() : form.lastIndexOf("17");
    return form.substring(0, at)
        + Integer.toUnsignedString(newUri().hashCode())
        + form.substring(at);
  }

  private static int version(Reply reply) {
    assertThat(reply.status()).as(reply.whole().body()).isEqualTo(202);
    return reply.published().get(0).get("version").intValue();
  }

  private static List<String> relationships(Reply reply) {
    List<String> found = new ArrayList<>();
    reply
        .published()
        .get(0)
        .get("records")
        .forEach(record -> found.add(record.get("relationship").stringValue()));
    return found;
  }
}
