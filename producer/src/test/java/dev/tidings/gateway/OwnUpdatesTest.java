package dev.tidings.gateway;

import static dev.tidings.gateway.Texts.newUri;
import static dev.tidings.gateway.Texts.visit;
import static dev.tidings.gateway.Texts.visitOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.gateway.Desk.Reply;
import dev.tidings.http.NewToken;
import dev.tidings.publish.Kafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What publishers are told of themselves and of their updates, by two gateways on one Kafka. */
class OwnUpdatesTest {

  // Names of this run alone: all tests share their topics.
  private static final NewToken ALL = NewToken.forPublisher(name("wire"));
  private static final NewToken SOME = NewToken.forPublisher(name("desk"));

  @TempDir static Path folder;
  private static Desk nobody;
  private static Desk elsewhere;
  private static Desk open;
  private static Desk wire;
  private static Desk desk;

  @BeforeAll
  static void open() throws IOException {
    String some =
        SOME.entry().replace("}", ",\"parties\":[\"TUR\",\"PAK\"],\"kinds\":[\"visit\"]}");
    Path file = Files.writeString(folder.resolve("tokens"), "[" + ALL.entry() + "," + some + "]");
    nobody = Desk.open(Kafka.embedded().client(), file, Clock.systemUTC());
    elsewhere = Desk.open(Kafka.embedded().client(), file, Clock.systemUTC());
    open = Desk.open(Kafka.embedded().client());
    wire = nobody.withToken(ALL.secret());
    desk = nobody.withToken(SOME.secret());
  }

  @AfterAll
  static void close() {
    nobody.close();
    elsewhere.close();
    open.close();
  }

  @Test
  void areThoseOfAPublisherWhoIsToldWhatItMayPublish() {
    Reply some = desk.get("/publisher");

    assertThat(some.status()).isEqualTo(200);
    assertThat(some.header("Cache-Control")).isEqualTo("no-store");
    assertThat(some.json().get("name").asString()).startsWith("desk-");
    assertThat(some.json().get("parties").toString()).isEqualTo("[\"PAK\",\"TUR\"]");
    assertThat(some.json().get("kinds").toString()).isEqualTo("[\"visit\"]");
    assertThat(some.json().get("threads").toString()).isEqualTo("[\"visit\"]");
  }

  @Test
  void areOfNobodyWhereThereAreNoTokens() {
    assertThat(open.get("/publisher").whole().body())
        .isEqualTo("{\"name\":\"\",\"parties\":[],\"kinds\":[],\"threads\":[]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/publisher", "/publisher/updates", "/publisher/updates/urn:a:b"})
  void areToldToWhoeverHasATokenAlone(String path) {
    Reply reply = nobody.get(path);

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
  }

  @Test
  void areListedTheLatestPublishedFirst() {
    String first = newUri();
    String second = newUri();
    desk.post(visit(first));
    desk.post(visit(second));
    wire.post(visit(newUri()));
    desk.put(first, visit(first));

    assertThat(uris(desk.get("/publisher/updates"))).startsWith(second, first);
    // Another gateway knows the same.
    Desk there = elsewhere.withToken(SOME.secret());
    assertThat(uris(there.get("/publisher/updates"))).startsWith(second, first);
  }

  @Test
  void areListedAsTheyStand() {
    String uri = newUri();
    desk.post(visitOf(uri, "PAK", "TUR"));
    desk.put(uri, visitOf(uri, "PAK", "CHN"));

    Reply moved = desk.get("/publisher/updates?limit=1");
    assertThat(desk.delete(uri).whole().body()).contains("published");
    Reply killed = desk.get("/publisher/updates?limit=1");

    assertThat(moved.json().at("/updates/0").toString()).isEqualTo(entry(uri, 2, false, "CHN-PAK"));
    assertThat(killed.json().at("/updates/0").toString())
        .isEqualTo(entry(uri, 3, true, "CHN-PAK", "PAK-TUR"));
  }

  @Test
  void areThoseOfOneRelationshipWhenThatIsAsked() {
    String there = newUri();
    String gone = newUri();
    desk.post(visitOf(there, "TUR", "AFG"));
    desk.post(visitOf(gone, "TUR", "AFG"));
    desk.post(visit(newUri()));
    desk.put(gone, visitOf(gone, "TUR", "ALB"));

    assertThat(uris(desk.get("/publisher/updates?pair=AFG-TUR"))).containsExactly(there);
    assertThat(uris(desk.get("/publisher/updates?pair=TUR-AFG"))).containsExactly(there);
    assertThat(uris(open.get("/publisher/updates?pair=AFG-TUR"))).contains(there);
    assertThat(uris(desk.get("/publisher/updates?pair=IRN-JPN"))).isEmpty();
  }

  @Test
  void areListedInPages() {
    List<String> all = IntStream.range(0, 7).mapToObj(n -> newUri()).toList();
    all.forEach(uri -> wire.post(visitOf(uri, "FRA", "GAB")));

    List<String> paged = new ArrayList<>();
    String after = null;
    do {
      Reply page = wire.get("/publisher/updates?pair=FRA-GAB&limit=3" + after(after));
      paged.addAll(uris(page));
      after = page.json().path("next").asString(null);
    } while (after != null);

    assertThat(paged).hasSize(7).containsExactlyInAnyOrderElementsOf(all);
    assertThat(paged.get(0)).isEqualTo(all.get(6));
  }

  @Test
  void areEverybodysWhereThereAreNoTokens() {
    String one = newUri();
    String other = newUri();
    String third = newUri();
    wire.post(visit(one));
    desk.post(visit(other));
    open.post(visit(third));

    assertThat(uris(open.get("/publisher/updates?limit=3"))).containsExactly(third, other, one);
    assertThat(uris(open.get("/publisher/updates?limit=1" + after(third)))).containsExactly(other);
    assertThat(open.get("/publisher/updates/" + Desk.encoded(one)).status()).isEqualTo(200);
  }

  @Test
  void areToldFromThoseOfOthers() {
    String uri = newUri();
    wire.post(visit(uri));

    Reply own = wire.get("/publisher/updates/" + Desk.encoded(uri));
    Reply raw = wire.get("/publisher/updates/" + uri);
    Reply others = desk.get("/publisher/updates/" + Desk.encoded(uri));
    Reply unknown = desk.get("/publisher/updates/" + Desk.encoded(newUri()));

    assertThat(own.whole().body()).isEqualTo(entry(uri, 1, false, "IRN-PAK"));
    assertThat(own.header("Cache-Control")).isEqualTo("no-store");
    assertThat(raw.whole().body()).isEqualTo(own.whole().body());
    assertThat(others.status()).isEqualTo(403);
    assertThat(others.detail()).contains("expected an update of desk-");
    assertThat(unknown.status()).isEqualTo(404);
  }

  @Test
  void areAskedForInTheRightWay() {
    assertThat(desk.get("/publisher/updates?pair=XX&limit=501&after=no%20uri&kind=visit").fields())
        .containsExactlyInAnyOrder("pair", "limit", "after", "kind");
    assertThat(desk.get("/publisher/updates" + after(newUri()).replace('&', '?')).fields())
        .containsExactly("after");
    assertThat(desk.get("/publisher?x=1").status()).isEqualTo(400);
    assertThat(desk.get("/publisher/updates/nothing").status()).isEqualTo(400);
  }

  private static String name(String publisher) {
    return publisher + "-" + UUID.randomUUID();
  }

  private static String after(@Nullable String uri) {
    return uri == null ? "" : "&after=" + Desk.encoded(uri);
  }

  private static List<String> uris(Reply reply) {
    assertThat(reply.status()).as(reply.whole().body()).isEqualTo(200);
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    return reply.json().get("updates").valueStream().map(OwnUpdatesTest::uri).toList();
  }

  private static String uri(JsonNode update) {
    return update.get("uri").asString();
  }

  private static String entry(String uri, int version, boolean killed, String... relationships) {
    return "{\"uri\":\"%s\",\"version\":%d,\"killed\":%s,\"relationships\":[\"%s\"]}"
        .formatted(uri, version, killed, String.join("\",\"", relationships));
  }
}
