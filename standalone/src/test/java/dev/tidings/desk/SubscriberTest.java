package dev.tidings.desk;

import static dev.tidings.desk.Newsroom.today;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.standalone.Ran;
import dev.tidings.update.Effect;
import dev.tidings.update.Mode;
import dev.tidings.wire.JsonText;
import dev.tidings.wire.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A reader wants to go on reading elsewhere exactly what the filter on screen lets through. */
@InChromium
class SubscriberTest {

  private static boolean isTold;

  private final Browser browser;
  private final Newsroom newsroom;

  SubscriberTest(Browser browser, Newsroom newsroom) {
    this.browser = browser;
    this.newsroom = newsroom;
  }

  /** News of all sorts, and a correction that the filters would not let through by itself. */
  @BeforeEach
  void tell() {
    if (isTold) {
      return;
    }
    newsroom.tell(
        today("k-visit").visit("EGY", "SDN"),
        today("k-clash").mode(Mode.CLASH, "EGY", "SDN"),
        today("k-talks").mode(Mode.COMMENT, "EGY", "LBY").concerning("SDN"),
        today("k-old").visit("EGY", "LBY").occurred("1970-03"),
        today("k-thread").mode(Mode.CLOSES, "EGY", "ISR").thread("border/x", Effect.BEGINS),
        today("k-arrest").mode(Mode.ARREST, "EGY", "SDN").sectors("COP", "CVL"),
        today("k-gang").mode(Mode.ATTACK, "EGY", "SDN").sectors("CRM", ""),
        today("k-troops").mode(Mode.MOBILISATION, "EGY", "LBY").sectors("MIL", "GOV"),
        today("k-muted").mode(Mode.COMMENT, "EGY", "ISR"),
        today("k-wrong").mode(Mode.CLASH, "EGY", "TCD"),
        today("k-libel").mode(Mode.CLASH, "EGY", "TCD"));
    newsroom.tell(today("k-wrong").version(2).mode(Mode.COMMENT, "EGY", "TCD").edNote("No clash"));
    newsroom.kill(UpdateFixture.uri("k-libel"), "Not so");
    browser.until(() -> assertThat(newsroom.json("/notifications?pair=EGY-TCD")).contains("kill"));
    isTold = true;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "party=EGY",
        "pair=EGY-SDN,EGY-TCD&kind=incident",
        "party=EGY&minUrgency=4",
        "party=EGY&mute=ISR,statement&background=false",
        "party=EGY&kind=incident&mute=EGY-SDN",
        "concerning=SDN&standing=confirmed",
        "party=EGY&reason=correction,kill",
        "party=EGY&sector=state",
        "party=EGY&sector=COP,GOV&mute=CRM",
        "party=EGY&sector=state,CRM&mute=MIL",
        "party=EGY&mute=state"
      })
  void getsFromKafkaWhatTheApiGives(String filter) {
    Assumptions.assumeTrue(
        Ran.of(List.of("bash", "-c", "command -v kcat && command -v jq"), Map.of()).status() == 0,
        "no kcat and jq; expected Debian's");
    browser.open(newsroom.page("/?" + filter));
    browser.click("details.tool:has(desk-subscribe) > summary");
    String line = browser.text("[data-copy=kcat] code");

    // The stack of a test has a port of its own, and whoever follows a topic never ends.
    String once =
        line.replaceFirst("-b \\S+", "-b " + newsroom.bootstrap()).replace("kcat -C", "kcat -e -C");
    String printed = Ran.of(List.of("bash", "-c", once), Map.of()).orFail();

    assertThat(printed.lines().map(entry -> identity(read(entry))))
        .containsExactlyElementsOf(
            StreamSupport.stream(
                    read(newsroom.json(
                            "/notifications?"
                                + filter
                                + (filter.isEmpty() ? "" : "&")
                                + "limit=1000"))
                        .path("notifications")
                        .spliterator(),
                    false)
                .map(SubscriberTest::identity)
                .toList());
  }

  @Test
  void getsFeedsWithTheFilterOnScreen() {
    browser.open(newsroom.page("/?kind=incident&party=EGY"));
    browser.click("details.tool:has(desk-subscribe) > summary");

    assertThat(browser.attribute("a[type='application/atom+xml']", "href"))
        .isEqualTo("/feed.atom?kind=incident&party=EGY");
    assertThat(browser.attribute("a[type='application/feed+json']", "href"))
        .isEqualTo("/feed.json?kind=incident&party=EGY");
    assertThat(browser.attribute("link[rel=alternate][type='application/atom+xml']", "href"))
        .isEqualTo("/feed.atom?kind=incident&party=EGY");
    assertThat(browser.text("[data-copy=stream]"))
        .isEqualTo(
            "curl -N '%s'"
                .formatted(newsroom.page("/notifications/stream?kind=incident&party=EGY")));
    assertThat(newsroom.json("/feed.json?kind=incident&party=EGY"))
        .contains("k-clash")
        .doesNotContain("k-visit");
  }

  @Test
  void getsAWebhookFromThePage() {
    browser.open(newsroom.page("/?kind=incident&party=EGY&minUrgency=4&background=false"));
    browser.click("details.tool:has(desk-subscribe) > summary");
    browser.fill("#s-url", "https://93.184.216.34/tidings");

    browser.click("[data-webhook] button");

    browser.until(
        () -> assertThat(browser.text("[data-webhook-answer] code")).startsWith("whsec_"));
    assertThat(newsroom.json("/subscriptions"))
        .contains("\"url\":\"https://93.184.216.34/tidings\"")
        .contains("\"party\":[\"EGY\"]")
        .contains("\"kind\":[\"incident\"]")
        .contains("\"minUrgency\":4")
        .contains("\"background\":false");
  }

  /** What makes an entry the one that it is: the feed shows the killed without their text. */
  private static String identity(JsonNode notification) {
    return "%s %s %s %s"
        .formatted(
            notification.path("id").asString(),
            notification.path("relationship").asString(),
            notification.path("reason").asString(),
            notification.path("update").path("version").asInt());
  }

  private static JsonNode read(String json) {
    return ((Reading.Good<JsonNode>) JsonText.parse(json.getBytes(StandardCharsets.UTF_8))).value();
  }
}
