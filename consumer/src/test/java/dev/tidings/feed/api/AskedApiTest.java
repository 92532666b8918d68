package dev.tidings.feed.api;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.fixture.UpdateFixture.uri;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.feed.LiveFeed;
import dev.tidings.http.Access;
import dev.tidings.http.HttpServer;
import dev.tidings.http.Senders;
import dev.tidings.update.Effect;
import dev.tidings.update.Mode;
import dev.tidings.update.Position;
import dev.tidings.update.PubStatus;
import dev.tidings.wire.JsonText;
import dev.tidings.wire.Reading;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AskedApiTest {

  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

  /** Its uri has an escape of its own. */
  private static final String OTHER = "of%2Fothers";

  private static final Access HERE = Access.of(null, HttpServer.Settings.at("127.0.0.1", 0));

  @TempDir static Path folder;

  private static LiveFeed live;

  @BeforeAll
  static void publishAHistory() {
    live = LiveFeed.start(folder, replica -> List.of(new Api(replica, Senders.of(HERE), NOW)));
    live.publish(
        update("shah").visit("IRN", "PAK").occurred("1950-03").issued("1950-04-01T00:00:00Z").get(),
        update("strikes")
            .mode(Mode.STRIKE, "IRN", "PAK")
            .occurred("2024-01-16")
            .headline("Iran strikes in Panjgur")
            .thread("conflict/2024-01", Effect.BEGINS)
            .issued("2024-01-17T00:00:00Z")
            .get(),
        update("peace")
            .mode(Mode.DEESCALATION, "PAK", "IRN")
            .occurred("2024-01-19")
            .thread("conflict/2024-01", Effect.ENDS)
            .issued("2024-01-19T20:00:00Z")
            .get(),
        update("border")
            .mode(Mode.OPENS, "IRN", "PAK")
            .occurred("2025-05-05")
            .thread("border/pilgrims", Effect.BEGINS, "all travellers")
            .issued("2025-05-06T00:00:00Z")
            .get());
    live.awaitTold();
    live.publish(
        update("border")
            .mode(Mode.OPENS, "IRN", "PAK")
            .occurred("2025-05-05")
            .version(2)
            .thread("border/pilgrims", Effect.BEGINS, "pilgrims only")
            .edNote("Pilgrims, not all travellers.")
            .issued("2025-06-21T09:00:00Z")
            .get(),
        update("claim")
            .mode(Mode.THREAT, "PAK", "IRN")
            .claimedBy("IRN")
            .occurred("2025-06-15")
            .issued("2025-06-16T00:00:00Z")
            .get(),
        update("denial")
            .mode(Mode.DENIAL, "PAK", "IRN")
            .responds("claim", Position.DENIES)
            .occurred("2025-06-16")
            .issued("2025-06-17T00:00:00Z")
            .get(),
        update("wrong")
            .visit("IRN", "PAK")
            .headline("SECRET visit")
            .occurred("2026-01-01")
            .issued("2026-01-02T00:00:00Z")
            .get(),
        update(OTHER)
            .visit("FRA", "USA")
            .occurred("2026-02-02")
            .issued("2026-02-03T00:00:00Z")
            .get());
    live.awaitTold();
    live.publish(
        update("wrong")
            .visit("IRN", "PAK")
            .headline("SECRET visit")
            .occurred("2026-01-01")
            .version(2)
            .status(PubStatus.CANCELED)
            .edNote("It did not take place.")
            .issued("2026-01-03T00:00:00Z")
            .get());
    live.awaitTold();
  }

  @AfterAll
  static void stop() {
    live.close();
  }

  @Test
  void tellsHowItStoodOnAPastDay() {
    JsonNode summary = json("/relationships/IRN-PAK?asOf=2024-01-18");

    assertThat(texts(summary.at("/inForce"), "thread")).containsExactly("conflict/2024-01");
    assertThat(summary.at("/asOf").asString()).isEqualTo("2024-01-18");
  }

  @Test
  void tellsWhatWasKnownAtAPastInstant() {
    JsonNode before = json("/relationships/IRN-PAK?knownAt=2025-06-21T08:00:00Z");
    JsonNode after = json("/relationships/IRN-PAK?knownAt=2025-06-21T10:00:00Z");

    assertThat(texts(before.at("/inForce"), "terms")).containsExactly("all travellers");
    assertThat(texts(after.at("/inForce"), "terms")).containsExactly("pilgrims only");
  }

  @Test
  void doesNotSayAgainWhatWasWithdrawnSince() {
    JsonNode before = json("/relationships/IRN-PAK?knownAt=2026-01-02T12:00:00Z");

    assertThat(texts(before.at("/recent"), "uri")).contains(uri("wrong"));
    assertThat(before.toString()).doesNotContain("SECRET");
  }

  @Test
  void answersAnotherOrderOfThePairByARedirect() {
    HttpResponse<String> answer = live.get("/relationships/PAK-IRN/timeline?limit=3");

    assertThat(answer.statusCode()).isEqualTo(308);
    assertThat(answer.headers().firstValue("location"))
        .hasValue("/relationships/IRN-PAK/timeline?limit=3");
  }

  @Test
  void saysThatNothingChangedSince() {
    String etag = live.get("/relationships/IRN-PAK").headers().firstValue("etag").orElseThrow();

    HttpResponse<String> again = live.get("/relationships/IRN-PAK", "If-None-Match", etag);
    HttpResponse<String> onAnotherDay =
        live.get("/relationships/IRN-PAK?asOf=1950-12-31", "If-None-Match", etag);

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(onAnotherDay.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/relationships", "/relationships/IRN-PAK", "/parties", "/parties/IRN"})
  void saysItAgainInAnotherLanguage(String path) {
    String etag = live.get(path).headers().firstValue("etag").orElseThrow();

    HttpResponse<String> byParameter = live.get(path + "?lang=fa", "If-None-Match", etag);
    HttpResponse<String> byHeader = live.get(path, "Accept-Language", "fa", "If-None-Match", etag);

    assertThat(byParameter.statusCode()).isEqualTo(200);
    assertThat(byParameter.body()).contains("ایران");
    assertThat(byHeader.statusCode()).isEqualTo(200);
    assertThat(byHeader.headers().firstValue("Vary").orElse("")).contains("Accept-Language");
  }

  @Test
  void namesPartiesInTheReadersLanguage() {
    JsonNode byHeader =
        parsed(live.get("/relationships/IRN-PAK", "Accept-Language", "de-AT, en;q=0.5"));
    JsonNode byParameter = json("/parties/IRN?lang=fa");

    assertThat(texts(byHeader.at("/parties"), "name")).containsExactly("Iran", "Pakistan");
    assertThat(byParameter.at("/name").asString()).isEqualTo("ایران");
    assertThat(byParameter.at("/relationships/0/parties/1/name").asString()).isEqualTo("پاکستان");
  }

  @Test
  void listsHeadsAndPagesThroughThem() {
    JsonNode first = json("/relationships?sort=latest&limit=1");
    JsonNode second =
        json("/relationships?sort=latest&limit=1&after=" + first.at("/next").asString());
    JsonNode ofPakistan = json("/relationships?party=PAK");

    assertThat(texts(first.at("/relationships"), "relationship")).containsExactly("FRA-USA");
    assertThat(texts(second.at("/relationships"), "relationship")).containsExactly("IRN-PAK");
    assertThat(second.has("next")).isFalse();
    assertThat(texts(ofPakistan.at("/relationships"), "relationship")).containsExactly("IRN-PAK");
  }

  @Test
  void showsTheTimelineWithAllVersionsAndTombstonesWithoutText() {
    JsonNode page = json("/relationships/IRN-PAK/timeline");

    assertThat(texts(page.at("/updates"), "uri"))
        .containsExactly(
            uri("wrong"),
            uri("denial"),
            uri("claim"),
            uri("border"),
            uri("peace"),
            uri("strikes"),
            uri("shah"));
    assertThat(page.at("/updates/0/pubStatus").asString()).isEqualTo("canceled");
    assertThat(page.at("/updates/0/edNote").asString()).isEqualTo("It did not take place.");
    assertThat(page.at("/updates/3/versions").size()).isEqualTo(2);
    assertThat(page.at("/updates/3/versions/0/update/thread/terms").asString())
        .isEqualTo("all travellers");
    assertThat(page.toString()).doesNotContain("SECRET");
  }

  @Test
  void pagesThroughTheTimelineWithoutGapOrRepeat() {
    List<String> seen = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = json("/relationships/IRN-PAK/timeline?limit=2" + next);
      seen.addAll(texts(page.at("/updates"), "uri"));
      next = page.has("next") ? "&after=" + page.at("/next").asString() : null;
    } while (next != null);

    assertThat(seen).hasSize(7).doesNotHaveDuplicates();
  }

  @Test
  void findsUpdatesOfTheTimeline() {
    assertThat(texts(json("/relationships/IRN-PAK/timeline?q=PANJGUR").at("/updates"), "uri"))
        .containsExactly(uri("strikes"));
    assertThat(
            texts(
                json("/relationships/IRN-PAK/timeline?from=2024-01-17&to=2024-12-31&kind=incident")
                    .at("/updates"),
                "uri"))
        .containsExactly(uri("peace"));
    assertThat(
            texts(json("/relationships/IRN-PAK/timeline?standing=claimed").at("/updates"), "uri"))
        .containsExactly(uri("claim"));
    assertThat(json("/relationships/IRN-PAK/timeline?q=SECRET").at("/updates").size()).isZero();
  }

  @Test
  void saysWhatChangedSinceACursorAndBecauseOfWhat() {
    JsonNode feed = json("/notifications?pair=IRN-PAK&limit=4");
    JsonNode changes =
        json("/relationships/IRN-PAK/changes?since=" + feed.at("/notifications/3/seq").asLong());

    assertThat(texts(changes.at("/because"), "uri"))
        .containsExactlyInAnyOrder(
            uri("border"), uri("claim"), uri("claim"), uri("denial"), uri("wrong"), uri("wrong"));
    assertThat(texts(changes.at("/changes"), "path"))
        .contains("inForce/border/pilgrims", "claims/" + uri("claim"))
        .doesNotContain("counts/visit");
    assertThat(changes.toString()).doesNotContain("SECRET");
  }

  @Test
  void tellsOneUpdateItsVersionsWhatItChangedAndWhoAnswered() {
    String claim = URLEncoder.encode(uri("claim"), StandardCharsets.UTF_8);

    JsonNode update = json("/updates/" + claim);

    assertThat(update.at("/relationships/0/update/update/standing").asString())
        .isEqualTo("claimed");
    assertThat(texts(update.at("/relationships/0/responses"), "uri"))
        .containsExactly(uri("denial"));
    assertThat(texts(update.at("/relationships/0/told"), "reason"))
        .containsExactly("update", "claim-denied");
  }

  @Test
  void takesAnUpdatesUriAsItIsAndEncoded() {
    String encoded = URLEncoder.encode(uri(OTHER), StandardCharsets.UTF_8);

    assertThat(json("/updates/" + uri(OTHER)).at("/uri").asString()).isEqualTo(uri(OTHER));
    assertThat(json("/updates/" + encoded).at("/uri").asString()).isEqualTo(uri(OTHER));
  }

  @Test
  void givesTheFeedFromAnyCursor() {
    JsonNode all = json("/notifications");
    JsonNode rest = json("/notifications?after=" + all.at("/notifications/2/seq").asLong());

    assertThat(all.at("/notifications").size()).isEqualTo(11);
    assertThat(rest.at("/notifications").size()).isEqualTo(8);
    assertThat(rest.at("/next").asLong()).isEqualTo(all.at("/head").asLong());
    assertThat(all.toString()).doesNotContain("SECRET");
  }

  @Test
  void refusesACursorOfTheFutureAndSaysWhereToStartAgain() {
    HttpResponse<String> answer = live.get("/notifications?after=1000000");

    assertThat(answer.statusCode()).isEqualTo(410);
    assertThat(parsed(answer).at("/start").asString()).isEqualTo("/snapshot");
  }

  @Test
  void givesAllSummariesWithTheCursorTheyStandAt() {
    JsonNode snapshot = json("/snapshot");

    assertThat(texts(snapshot.at("/summaries"), "relationship"))
        .containsExactly("FRA-USA", "IRN-PAK");
    assertThat(snapshot.at("/cursor").asLong()).isEqualTo(live.replica().feed().head());
    assertThat(snapshot.toString()).doesNotContain("SECRET");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "/relationships?colour=red | 400 | colour: unknown parameter",
        "/relationships?party=XX | 400 | party: unknown party 'XX'",
        "/relationships?climate=rainy | 400 | climate: 'rainy'; expected one of friendly",
        "/relationships?limit=0 | 400 | limit: '0'; expected a whole number, 1",
        "/relationships?after=IND-PAK | 400 | after: IND-PAK is not in this list",
        "/relationships/IRN | 404 | 'IRN' is no relationship",
        "/relationships/IRN-XX | 404 | unknown party 'XX'",
        "/relationships/IRN-PAK?asOf=tomorrow | 400 | asOf: 'tomorrow'; expected a day",
        "/relationships/IRN-PAK?asOf=2024-02-30 | 400 | asOf: '2024-02-30'; expected a day",
        "/relationships/IRN-PAK?knownAt=2024 | 400 | knownAt: '2024'; expected an RFC 3339 instant",
        "/relationships/IRN-PAK?knownAt=2100-01-01T00:00:00Z | 400 | is yet to come",
        "/relationships/IRN-PAK?lang=!! | 400 | lang: '!!'; expected a BCP 47 tag",
        "/relationships/IRN-PAK/timeline?from=2025-01-01&to=2024-01-01 | 400 | from: 2025-01-01 is",
        "/relationships/IRN-PAK/timeline?after=x | 400 | after: 'x'; expected the next of a page",
        "/relationships/IRN-PAK/timeline?kind=party | 400 | kind: 'party'",
        "/relationships/IRN-PAK/timeline?sector=police | 400 | sector: 'police' is no sector",
        "/relationships/IRN-PAK/changes | 400 | since: missing",
        "/relationships/IRN-PAK/changes?since=99999999 | 400 | since: 99999999 is no cursor",
        "/relationships/IRN-PAK/changes?since=now | 400 | since: 'now'; expected a cursor",
        "/notifications?after=-2 | 400 | after: '-2'; expected a whole number",
        "/notifications?mute=nobody | 400 | mute: 'nobody'; expected a party, a pair, a kind or a sector",
        "/notifications?minUrgency=10&background=maybe | 400 | background: 'maybe'; expected true",
        "/parties/ZZZ | 404 | unknown party 'ZZZ'",
        "/updates/urn%3Ax%3Anobody | 404 | no update 'urn:x:nobody' is known",
        "/updates/not%20a%20uri | 400 | uri: 'not a uri' is no URI",
        "/nowhere | 404 | nothing is here",
      })
  void saysWhatIsWrongAndWhatWasExpected(String path, int status, String detail) {
    HttpResponse<String> answer = live.get(path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(parsed(answer).at("/detail").asString()).contains(detail);
  }

  private static JsonNode json(String path) {
    HttpResponse<String> answer = live.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return parsed(answer);
  }

  private static JsonNode parsed(HttpResponse<String> answer) {
    Reading<JsonNode> json = JsonText.parse(answer.body().getBytes(StandardCharsets.UTF_8));
    if (json instanceof Reading.Good<JsonNode> good) {
      return good.value();
    }
    throw new AssertionError("no JSON: " + answer.body());
  }

  private static List<String> texts(JsonNode list, String field) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.at("/" + field).asString()));
    return texts;
  }
}
