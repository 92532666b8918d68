package dev.tidings.feed.api;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.feed.LiveFeed;
import dev.tidings.http.Access;
import dev.tidings.http.HttpServer;
import dev.tidings.http.Senders;
import dev.tidings.update.Mode;
import dev.tidings.update.PubStatus;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Parties and updates that somebody looks for by a few letters. */
class FoundByWordsTest {

  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir static Path folder;

  private static LiveFeed live;

  private static final HttpServer.Settings HERE = HttpServer.Settings.at("127.0.0.1", 0);

  @BeforeAll
  static void publishSome() {
    live =
        LiveFeed.start(
            folder, replica -> List.of(new Api(replica, Senders.of(Access.of(null, HERE)), NOW)));
    live.publish(
        update("a").visit("IRN", "PAK").headline("Pilgrims cross the border").get(),
        update("b").visit("IRN", "TUR").headline("A pilgrim is received").get(),
        update("c").mode(Mode.OPENS, "IRN", "PAK").headline("Border opens to pilgrims").get(),
        update("d").visit("IRN", "PAK").headline("Pilgrims in SECRET").get(),
        update("e").visit("IRQ", "PAK").headline("Minister in Islamabad").get(),
        update("f").visit("IRQ", "PAK").headline("Łódź thanks Iğdır and Tromsø").get(),
        update("h")
            .mode(Mode.ARREST, "IRQ", "PAK")
            .sectors("COP", "CVL")
            .headline("Smugglers are arrested")
            .get());
    live.awaitTold();
    live.publish(
        update("d")
            .visit("IRN", "PAK")
            .headline("Pilgrims in SECRET")
            .version(2)
            .status(PubStatus.CANCELED)
            .issued("2024-01-18T00:00:00Z")
            .get());
    live.awaitTold();
  }

  @AfterAll
  static void stop() {
    live.close();
  }

  @Test
  void areUpdatesWithTheirContents() {
    JsonNode found = json("/updates?q=PILGR%C3%8DM+cross");

    assertThat(found.get("updates")).hasSize(1);
    assertThat(found.at("/updates/0/uri").asString()).isEqualTo("test:a");
    assertThat(found.at("/updates/0/update/headline").asString())
        .isEqualTo("Pilgrims cross the border");
    assertThat(found.has("next")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lodz", "igdir", "tromso", "%C5%82odz", "I%C4%9EDIR", "troms%C3%98"})
  void areUpdatesByThePlainLettersOfTheirWords(String q) {
    assertThat(uris("/updates?q=" + q)).containsExactly("test:f");
    assertThat(uris("/relationships/IRQ-PAK/timeline?q=" + q)).containsExactly("test:f");
  }

  @Test
  void areUpdatesWithTheLastOfVeryManyVersions() {
    live.publish(
        IntStream.rangeClosed(1, 205)
            .mapToObj(
                version ->
                    update("g").visit("IRQ", "PAK").version(version).headline("E" + version).get())
            .toList());
    live.awaitTold();

    JsonNode last = json("/updates/test:g");
    JsonNode earliest = json("/updates/test:g?skip=200");

    assertThat(versions(last)).hasSize(100).startsWith(106).endsWith(205);
    assertThat(last.at("/relationships/0/update/earlierVersions").asInt()).isEqualTo(105);
    assertThat(last.at("/relationships/0/told").size()).isEqualTo(100);
    assertThat(last.at("/next").asInt()).isEqualTo(100);
    assertThat(versions(earliest)).containsExactly(1, 2, 3, 4, 5);
    assertThat(earliest.at("/relationships/0/update/update/headline").asString()).isEqualTo("E205");
    assertThat(earliest.has("next")).isFalse();
    assertThat(json("/relationships/IRQ-PAK/timeline?q=E205").at("/updates/0/versions"))
        .hasSize(100);
  }

  private static List<Integer> versions(JsonNode answer) {
    return answer
        .at("/relationships/0/update/versions")
        .valueStream()
        .map(version -> version.get("version").asInt())
        .toList();
  }

  @Test
  void areUpdatesOfWhatIsWanted() {
    assertThat(uris("/updates?q=pilg")).containsExactly("test:b", "test:c", "test:a");
    assertThat(uris("/updates?q=pilg&party=TUR,PAK")).hasSize(3);
    assertThat(uris("/updates?q=pilg&party=TUR")).containsExactly("test:b");
    assertThat(uris("/updates?q=pilg&pair=PAK-IRN&kind=border")).containsExactly("test:c");
  }

  @Test
  void areUpdatesByWhoActed() {
    assertThat(uris("/updates?q=smugglers&sector=COP,JUD")).containsExactly("test:h");
    assertThat(uris("/updates?q=smugglers&sector=state")).isEmpty();
    assertThat(uris("/relationships/IRQ-PAK/timeline?sector=CVL")).containsExactly("test:h");
    assertThat(uris("/relationships/IRQ-PAK/timeline?sector=state"))
        .contains("test:e", "test:f")
        .doesNotContain("test:h");
    assertThat(uris("/relationships/IRN-PAK/timeline")).contains("test:d");
    assertThat(uris("/relationships/IRN-PAK/timeline?sector=state"))
        .as("nothing is told of what was withdrawn")
        .containsExactlyInAnyOrder("test:a", "test:c");
  }

  @Test
  void areUpdatesInPages() {
    JsonNode first = json("/updates?q=pilg&limit=2");
    String next = first.get("next").asString();

    assertThat(uris("/updates?q=pilg&limit=2&after=" + next)).containsExactly("test:a");
  }

  @Test
  void areNeverWithdrawn() {
    assertThat(get("/updates?q=secret").body()).isEqualTo("{\"updates\":[]}");
  }

  @ParameterizedTest
  @CsvSource({
    "/updates, q",
    "/updates?q=, q",
    "/updates?q=..., q",
    "/updates?q=a&limit=0, limit",
    "/updates?q=a&after=x, after",
    "/updates?q=a&party=XX, party",
    "/updates?q=a&sector=XX, sector",
    "/updates?q=a&lang=fa, lang",
    "/relationships/IRQ-PAK/timeline?q=%CC%81, q",
    "/parties?q=, q",
    "/parties?q=%CC%81, q"
  })
  void areAskedForInTheRightWay(String path, String field) {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(answer.body()).at("/errors/0/field").asString()).isEqualTo(field);
  }

  @Test
  void haveAHundredCharactersAtMost() {
    assertThat(get("/updates?q=" + "a".repeat(100)).statusCode()).isEqualTo(200);
    assertThat(get("/updates?q=" + "a".repeat(101)).statusCode()).isEqualTo(400);
    assertThat(get("/parties?q=" + "a".repeat(101)).statusCode()).isEqualTo(400);
  }

  @Test
  void arePartiesTheirBeginningFirstThenByTheirRelationships() {
    // Iraq stands in one relationship, Iran and Pakistan in two; the others in none.
    assertThat(codes("/parties?q=ira")).startsWith("IRN", "IRQ");
    assertThat(codes("/parties?q=stan")).startsWith("PAK").contains("AFG", "KAZ");
    assertThat(codes("/parties?q=an")).containsSubsequence("AGO", "ATG", "IRN", "PAK", "AFG");
  }

  @ParameterizedTest
  @CsvSource({
    "T%C3%BCrk, en, TUR",
    "turk, en, TUR",
    "cote d'i, en, CIV",
    "pak, en, PAK",
    "nato, en, NATO",
    "Allem, fr, DEU",
    "germany, fr, DEU",
    "\u0627\u064A\u0631\u0627\u0646, fa, IRN",
    "\u0627\u06CC\u0631, ar, IRN",
    "\u067E\u0627\u0643, ur, PAK",
    "\u067E\u0627\u06A9, fa, PAK"
  })
  void arePartiesByAnyOfTheirNames(String text, String lang, String code) {
    String q = text.contains("%") ? text : URLEncoder.encode(text, StandardCharsets.UTF_8);

    assertThat(codes("/parties?lang=" + lang + "&q=" + q)).contains(code);
  }

  @Test
  void arePartiesThatStandInNoRelationshipToo() {
    JsonNode found = json("/parties?q=bhutan").at("/parties/0");

    assertThat(found.get("code").asString()).isEqualTo("BTN");
    assertThat(found.get("relationships").asInt()).isZero();
  }

  @Test
  void areOnlyPartiesThatStandInOneWhenNothingIsLookedFor() {
    assertThat(codes("/parties")).containsExactly("IRN", "IRQ", "PAK", "TUR");
    assertThat(json("/parties").at("/parties/0/relationships").asInt()).isEqualTo(2);
  }

  private static HttpResponse<String> get(String path) {
    return live.get(path);
  }

  private static JsonNode json(String path) {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static List<String> uris(String path) {
    return json(path).get("updates").valueStream().map(it -> it.get("uri").asString()).toList();
  }

  private static List<String> codes(String path) {
    return json(path).get("parties").valueStream().map(it -> it.get("code").asString()).toList();
  }
}
