package dev.tidings.feed.api;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.feed.LiveFeed;
import dev.tidings.http.Access;
import dev.tidings.http.HttpServer;
import dev.tidings.http.Senders;
import dev.tidings.update.Effect;
import dev.tidings.update.Mode;
import dev.tidings.update.PubStatus;
import dev.tidings.wire.JsonText;
import dev.tidings.wire.Reading;
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
import tools.jackson.databind.JsonNode;

/** What became of a relationship from one day to another. */
class AskedOverTheYearsTest {

  private static final Clock NOW =
      Clock.fixed(Instant.parse("2024-02-10T12:00:00Z"), ZoneOffset.UTC);

  private static final String PAIR = "/relationships/IRN-PAK";

  private static final Access HERE = Access.of(null, HttpServer.Settings.at("127.0.0.1", 0));

  @TempDir static Path folder;

  private static LiveFeed live;

  @BeforeAll
  static void publishAHistory() {
    live = LiveFeed.start(folder, replica -> List.of(new Api(replica, Senders.of(HERE), NOW)));
    live.publish(
        update("visit").visit("IRN", "PAK").occurred("2024-01-14").get(),
        update("strike")
            .mode(Mode.STRIKE, "IRN", "PAK")
            .occurred("2024-01-16")
            .thread("conflict/2024-01", Effect.BEGINS, "SECRET terms")
            .get(),
        update("call").mode(Mode.CALL, "PAK", "IRN").occurred("2024-01-20").get());
    live.publish(
        update("strike")
            .mode(Mode.STRIKE, "IRN", "PAK")
            .occurred("2024-01-16")
            .version(2)
            .status(PubStatus.CANCELED)
            .issued("2024-02-01T00:00:00Z")
            .get());
    live.awaitTold();
  }

  @AfterAll
  static void stop() {
    live.close();
  }

  @Test
  void showsTheClimateFromTheFirstUpdateToToday() {
    JsonNode climate = json(PAIR + "/climate");

    assertThat(climate.at("/from").asString()).isEqualTo("2024-01-14");
    assertThat(climate.at("/to").asString()).isEqualTo("2024-02-10");
    assertThat(climate.at("/knownAt").asString()).isEqualTo("2024-02-10T12:00:00Z");
    assertThat(climate.at("/points").size()).isEqualTo(28);
  }

  @Test
  void showsTheClimateInAsManyPointsAsAreAskedFor() {
    JsonNode climate =
        json(
            PAIR
                + "/climate?from=2024-01-13&to=2024-01-20&points=2"
                + "&knownAt=2024-01-31T00:00:00Z");

    assertThat(climate.at("/points").toString())
        .isEqualTo(
            "[{\"day\":\"2024-01-16\",\"score\":-1.57,\"low\":-1.57,\"high\":-1.57,"
                + "\"updates\":2,\"weight\":-3.4},"
                + "{\"day\":\"2024-01-20\",\"score\":-1.29,\"low\":-1.29,\"high\":-1.29,"
                + "\"updates\":1,\"weight\":1.5}]");
    assertThat(climate.at("/inForce").toString())
        .isEqualTo("[{\"thread\":\"conflict/2024-01\",\"from\":\"2024-01-16\"}]");
  }

  @Test
  void showsNoClimateWhereNothingIsKnown() {
    assertThat(json("/relationships/FRA-USA/climate").at("/points").isEmpty()).isTrue();
    assertThat(json("/relationships/FRA-USA/climate?from=2024-01-01").at("/points").isEmpty())
        .isTrue();
    assertThat(json("/relationships/FRA-USA/climate").at("/inForce").isEmpty()).isTrue();
    assertThat(json(PAIR + "/climate?to=1900-01-01").has("from")).isFalse();
  }

  @Test
  void saysThatTheClimateIsTheSame() {
    String etag = live.get(PAIR + "/climate").headers().firstValue("etag").orElseThrow();

    assertThat(live.get(PAIR + "/climate", "If-None-Match", etag).statusCode()).isEqualTo(304);
  }

  @Test
  void tellsTheDifferenceBetweenTwoDays() {
    JsonNode difference = json(PAIR + "/difference?from=2024-01-14&to=2024-01-20");

    assertThat(texts(difference.at("/text"), "sentence"))
        .containsExactly(
            "From 14 January 2024 to 20 January 2024 relations went from quiet to mixed (0.41).",
            "One update: 1 visit.");
    assertThat(difference.at("/text/1/updates").toString()).isEqualTo("[\"test:call\"]");
    assertThat(texts(difference.at("/changes"), "path"))
        .containsExactly(
            "climate/quietSince", "climate/score", "counts/visit", "headline", "latest/visit");
  }

  @Test
  void tellsTheDifferenceToToday() {
    JsonNode difference = json(PAIR + "/difference?from=2024-01-14");

    assertThat(difference.at("/to").asString()).isEqualTo("2024-02-10");
    assertThat(difference.at("/knownAt").asString()).isEqualTo("2024-02-10T12:00:00Z");
  }

  @Test
  void doesNotSayAgainInADifferenceWhatWasWithdrawnSince() {
    JsonNode difference =
        json(PAIR + "/difference?from=2024-01-14&to=2024-01-20&knownAt=2024-01-31T00:00:00Z");

    assertThat(texts(difference.at("/text"), "sentence"))
        .contains("Came into force: conflict of 2024-01 since 16 January 2024.");
    assertThat(difference.toString()).doesNotContain("SECRET");
  }

  @Test
  void tellsThatNothingIsDifferentWhereNothingIsKnown() {
    JsonNode difference = json("/relationships/FRA-USA/difference?from=2024-02-10");

    assertThat(texts(difference.at("/text"), "sentence")).containsExactly("Nothing is different.");
    assertThat(difference.at("/changes").isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/climate?from=2024-02-02&to=2024-02-01 | from: 2024-02-02 is after to, 2024-02-01",
        "/climate?from=2024-02-11 | from: 2024-02-11 is after to, 2024-02-10; expected a day",
        "/climate?points=1 | points: '1'; expected a whole number, 2 … 500",
        "/climate?points=501 | points: '501'; expected a whole number, 2 … 500",
        "/climate?knownAt=2024-02-10T12:00:01Z | knownAt: 2024-02-10T12:00:01Z is yet to come",
        "/difference | from: missing; expected a day, as in 2024-01-18",
        "/difference?from=2024-02-10&knownAt=2024-02-10T12:00:01Z | is yet to come; expected now",
        "/climate?asOf=2024-01-01 | asOf: unknown parameter; expected one of from, to, knownAt",
      })
  void saysWhatIsWrongAndWhatWasExpected(String path, String detail) {
    HttpResponse<String> answer = live.get(PAIR + path);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(parsed(answer).at("/detail").asString()).contains(detail);
  }

  private static List<String> texts(JsonNode list, String field) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.at("/" + field).asString()));
    return texts;
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
}
