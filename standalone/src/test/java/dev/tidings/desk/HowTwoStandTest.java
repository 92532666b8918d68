package dev.tidings.desk;

import static dev.tidings.desk.Newsroom.today;
import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.update.Effect;
import dev.tidings.update.Mode;
import dev.tidings.update.Position;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** An editor reads how two parties stand, and on what that rests. */
@InChromium
class HowTwoStandTest {

  private static final String PAIR = "/relationships/IRN-PAK";

  private final Browser browser;
  private final Newsroom newsroom;

  HowTwoStandTest(Browser browser, Newsroom newsroom) {
    this.browser = browser;
    this.newsroom = newsroom;
  }

  @Test
  void opensUnderEachSentenceWhatItRestsOn() {
    browser.open(newsroom.page(PAIR + "?asOf=2024-01-18"));

    opensUnderEachSentence(browser);
  }

  @Test
  void opensThatWithoutAnyScript() {
    try (Browser plain = Browser.withoutScripts()) {
      plain.open(newsroom.page(PAIR + "?asOf=2024-01-18"));

      assertThat(plain.text("[data-stream]")).startsWith("Not live");
      assertThat(plain.shows("#climate svg.trail polyline")).isTrue();
      opensUnderEachSentence(plain);
    }
  }

  private static void opensUnderEachSentence(Browser browser) {
    List<String> sentences = browser.texts("a.sentence");
    assertThat(sentences).hasSizeGreaterThan(2);
    for (int i = 0; i < sentences.size(); i++) {
      assertThat(browser.texts(".rests aside")).hasSizeLessThan(2);
      String target = browser.attribute("a.sentence:nth-of-type(" + (i + 1) + ")", "href");

      browser.click("a.sentence:nth-of-type(" + (i + 1) + ")");

      await().untilAsserted(() -> assertThat(browser.texts(".rests aside")).hasSize(1));
      assertThat(browser.texts(".rests " + target + " li a")).isNotEmpty();
    }
  }

  @Test
  void saysWhatIsInForceWhoClaimsWhatAndWhatCameLast() {
    newsroom.tell(
        today("treaty")
            .mode(Mode.SIGNED, "JPN", "KOR")
            .thread("agreement/fishing", Effect.BEGINS, "Fishing grounds are shared"),
        today("claim").mode(Mode.CLASH, "JPN", "KOR").claimedBy("KOR").headline("Boats collided"),
        today("denial").mode(Mode.DENIAL, "JPN", "KOR").responds("claim", Position.DENIES));

    browser.open(newsroom.page("/relationships/JPN-KOR"));

    assertThat(browser.text("#in-force"))
        .contains("agreement/fishing")
        .contains("In force")
        .contains("Fishing grounds are shared");
    assertThat(browser.text("#claims"))
        .contains("Denied")
        .contains("Boats collided")
        .contains("Claimed by South Korea")
        .contains("Japan denies it");
    assertThat(browser.texts("#latest dt"))
        .anyMatch(kind -> kind.startsWith("Agreement"))
        .anyMatch(kind -> kind.startsWith("Statement"));
    assertThat(browser.text("#latest")).contains("headline of treaty");
  }

  @Test
  void drawsTheClimateOverTheYears() {
    browser.open(newsroom.page(PAIR));

    browser.until(() -> assertThat(browser.attribute("desk-climate", "data-drawn")).isNotNull());

    assertThat(Integer.parseInt(String.valueOf(browser.attribute("desk-climate", "data-drawn"))))
        .isBetween(100, 300);
    assertThat(browser.shows("desk-climate .uplot canvas")).isTrue();
    assertThat(browser.js(INK)).as("some of each colour").isEqualTo(true);
    assertThat(browser.attribute("desk-climate .uplot", "aria-label"))
        .startsWith("The climate from 22 August 1947 to ");
  }

  @Test
  void showsWhatWasInForceWhenAndTheFiguresOfTheDay() {
    browser.open(newsroom.page(PAIR));

    assertThat(browser.texts(".lanes li"))
        .anySatisfy(
            lane ->
                assertThat(lane)
                    .startsWith("Conflict")
                    .contains("2024-01: 16 January 2024 to 18 January 2024"))
        .anySatisfy(lane -> assertThat(lane).startsWith("Agreement").contains("1979"));
    browser.click("#climate details summary");
    assertThat(browser.texts("#climate details tbody tr")).hasSizeGreaterThan(5);

    browser.set("#t-asof", "1950-12-31");

    browser.until(() -> assertThat(browser.shows(".lanes")).isFalse());
    assertThat(browser.texts("#climate details tbody tr")).hasSize(2);
  }

  @Test
  void opensTheUpdatesOfAPointByKeyboard() {
    browser.open(newsroom.page(PAIR));
    browser.until(() -> assertThat(browser.attribute("desk-climate", "data-drawn")).isNotNull());
    browser.js("document.querySelector('desk-climate [role=slider]').focus()");

    browser.press(Keys.HOME, Keys.ENTER);

    browser.until(
        () ->
            assertThat(browser.text("[data-point]"))
                .contains("From 22 August 1947 to ")
                .contains("Iran becomes the first country to recognise Pakistan"));
    assertThat(browser.attribute("desk-climate [role=slider]", "aria-valuetext"))
        .startsWith("1947-08-22 – ");

    browser.press(Keys.ARROW_RIGHT, Keys.ENTER);

    browser.until(
        () -> assertThat(browser.texts("[data-point] .when")).containsExactly("March 1950"));
  }

  @Test
  void opensTheUpdatesOfAPointWhereAReaderClicks() {
    browser.open(newsroom.page(PAIR));
    browser.until(() -> assertThat(browser.attribute("desk-climate", "data-drawn")).isNotNull());

    LocalDate first = LocalDate.parse("1947-08-22");
    double days = ChronoUnit.DAYS.between(first, LocalDate.now(ZoneOffset.UTC));
    LocalDate strikes = LocalDate.parse("2024-01-18");

    browser.click("desk-climate .u-over", ChronoUnit.DAYS.between(first, strikes) / days);

    browser.until(
        () ->
            assertThat(browser.texts("[data-point] .when"))
                .contains("16 January 2024", "18 January 2024"));
    assertThat(browser.text("[data-said]")).contains("Lowest −").contains("Highest ");

    browser.click("[data-then]");

    browser.until(() -> assertThat(browser.text(".then")).startsWith("As of "));
    assertThat(browser.address()).contains("asOf=2024-");
  }

  @Test
  void leadsFromTheFiguresToTheTimelineWithoutAnyScript() {
    try (Browser plain = Browser.withoutScripts()) {
      plain.open(newsroom.page(PAIR));
      assertThat(plain.texts(".lanes li b")).contains("Conflict", "Agreement");
      assertThat(plain.shows("#climate svg.trail .range")).isTrue();
      plain.click("#climate details summary");

      plain.click("#climate details tbody tr:first-child a");

      assertThat(plain.texts("#timeline .when")).containsExactly("22 August 1947");
      assertThat(plain.text("#timeline .stretch")).startsWith("From 22 August 1947 to ");
      plain.click("#timeline .stretch a");
      assertThat(plain.texts("#timeline .when")).hasSizeGreaterThan(10);
    }
  }

  /** Whether a canvas has the colours of a line, points, ranges and a war, besides its grid. */
  private static final String INK =
      "const canvas = document.querySelector('desk-climate canvas');"
          + "const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;"
          + "const seen = {};"
          + "for (let i = 0; i < data.length; i += 4) if (data[i + 3] === 255) {"
          + "  const key = data[i] + ',' + data[i + 1] + ',' + data[i + 2];"
          + "  seen[key] = (seen[key] ?? 0) + 1; }"
          + "return ['20,73,94', '138,75,0', '79,128,152', '246,201,196'].every(key => seen[key] > 20);";

  @Test
  void saysImpreciseDatesInWords() {
    newsroom.tell(
        update("season").visit("JPN", "PRK").occurred("2024-21"),
        update("about").visit("JPN", "PRK").occurred("2024-01~"),
        update("decade").visit("JPN", "PRK").occurred("196X"));
    browser.open(newsroom.page(PAIR + "?asOf=1950-12-31"));
    assertThat(browser.texts("#timeline .when")).containsExactly("March 1950", "22 August 1947");

    browser.open(newsroom.page("/relationships/JPN-PRK"));

    assertThat(browser.texts("#timeline .when"))
        .containsExactly("spring 2024", "about January 2024", "the 1960s");
    assertThat(browser.text("#timeline .meta")).contains("Visit: visit").contains("Confirmed");
  }

  @Test
  void saysInWhichCapacityEachSideActed() {
    newsroom.tell(
        today("s-arrest").mode(Mode.ARREST, "DNK", "ISL").sectors("COP", "CVL"),
        today("s-claim").mode(Mode.THREAT, "ISL", "DNK").sectors("", "REB").claimedBy("ISL"),
        today("s-visit").visit("DNK", "ISL"));
    newsroom.tellPastTheGateway(
        today("s-newer").mode(Mode.COMMENT, "DNK", "ISL").sectors("X<", ""));

    browser.open(newsroom.page("/relationships/DNK-ISL"));

    assertThat(browser.texts("#timeline .sides"))
        .containsExactlyInAnyOrder(
            "Denmark → Iceland",
            "Denmark (X<) → Iceland",
            "Denmark (police) → Iceland (private people)",
            "Iceland → Denmark (rebels)");
    assertThat(browser.texts("#latest .sides"))
        .contains("Denmark (police) → Iceland (private people)")
        .doesNotContain("Denmark → Iceland");
    assertThat(browser.texts("#claims .sides")).containsExactly("Iceland → Denmark (rebels)");

    browser.open(newsroom.page("/updates/test:s-arrest"));

    assertThat(browser.text(".fields")).contains("Denmark (police)", "Iceland (private people)");
  }

  @Test
  void findsOnTheTimelineByWhoActedPageByPage() {
    newsroom.tell(
        IntStream.range(0, 27)
            .mapToObj(i -> today("t-" + i).mode(Mode.ARREST, "EST", "LVA").sectors("COP", "CVL"))
            .toArray(UpdateFixture[]::new));
    newsroom.tell(today("t-visit").visit("EST", "LVA"));
    browser.open(newsroom.page("/relationships/EST-LVA"));
    browser.click("#l-sector option[value=COP]");
    browser.click("[data-timeline] button");
    browser.until(() -> assertThat(browser.address()).contains("sector=COP"));
    assertThat(browser.texts("#timeline .headline")).hasSize(25);

    browser.click("#timeline a[rel=next]");

    browser.until(() -> assertThat(browser.address()).contains("after="));
    assertThat(browser.texts("#timeline .headline"))
        .hasSize(2)
        .doesNotContain("headline of t-visit");
    assertThat(browser.js("return document.querySelector('#l-sector').value")).isEqualTo("COP");
  }

  @Test
  void findsOnTheTimelineByWordAndKind() {
    browser.open(newsroom.page(PAIR));
    browser.fill("#l-q", "shah");
    browser.click("[data-timeline] button");

    browser.until(() -> assertThat(browser.address()).contains("q=shah"));
    assertThat(browser.texts("#timeline .headline"))
        .isNotEmpty()
        .allMatch(headline -> headline.contains("Shah"));
  }
}
