package dev.tidings.desk;

import static dev.tidings.desk.Newsroom.today;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.update.Mode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** An editor wants to see what was true, and what was believed, on a day. */
@InChromium
class TravelInTimeTest {

  private static final String PAIR = "/relationships/IRN-PAK";

  private final Browser browser;
  private final Newsroom newsroom;

  TravelInTimeTest(Browser browser, Newsroom newsroom) {
    this.browser = browser;
    this.newsroom = newsroom;
  }

  @BeforeEach
  void lookAtNow() {
    browser.open(newsroom.page(PAIR));
    browser.until(() -> assertThat(browser.text("[data-stream]")).isEqualTo("Live"));
    assertThat(browser.shows(".then")).isFalse();
  }

  @Test
  void goesToTheDayOfTheDateField() {
    browser.set("#t-asof", "2024-01-18");

    browser.until(() -> assertThat(browser.text("#summary .headline")).contains("hostile"));
    assertThat(browser.text(".then")).startsWith("As of 18 January 2024, as known on");
    assertThat(browser.address()).endsWith(PAIR + "?asOf=2024-01-18");
    assertThat(browser.text("#in-force")).contains("conflict/2024-01");
  }

  @Test
  void goesBackByTheBrowsersButton() {
    browser.set("#t-asof", "2024-01-18");
    browser.until(() -> assertThat(browser.text(".then")).contains("18 January 2024"));
    browser.set("#t-asof", "1950-12-31");
    browser.until(() -> assertThat(browser.text(".then")).contains("31 December 1950"));

    browser.driver().navigate().back();

    browser.until(() -> assertThat(browser.text(".then")).contains("18 January 2024"));
    assertThat(browser.js("return document.querySelector('#t-asof').value"))
        .isEqualTo("2024-01-18");

    browser.driver().navigate().back();

    browser.until(() -> assertThat(browser.shows(".then")).isFalse());
  }

  @Test
  void goesDayByDayWithTheSlider() {
    browser.js("document.querySelector('#t-slide').focus()");

    browser.press(Keys.HOME);

    browser.until(() -> assertThat(browser.text(".then")).startsWith("As of 22 August 1947"));
    assertThat(browser.attribute("#t-slide", "aria-valuetext")).isEqualTo("1947-08-22");

    browser.press(Keys.ARROW_RIGHT);

    browser.until(() -> assertThat(browser.text(".then")).startsWith("As of 23 August 1947"));
    assertThat(browser.address()).endsWith("asOf=1947-08-23");
  }

  @Test
  void seesWhatWasKnownThen() {
    browser.set("#t-known", "2025-06-20T09:00:30");

    browser.until(
        () -> assertThat(browser.text(".then")).contains("as known on 20 June 2025, 09:00 UTC"));
    assertThat(browser.texts("#timeline li"))
        .singleElement()
        .asString()
        .contains("Iran becomes the first country to recognise Pakistan");
  }

  @Test
  void isToldTheDifferenceBetweenTwoDaysInWords() {
    browser.set("#t-asof", "2024-01-18");
    browser.until(() -> assertThat(browser.text(".then")).contains("18 January 2024"));

    browser.set("#t-since", "2023-12-31");

    browser.until(
        () ->
            assertThat(browser.text("#difference h2"))
                .isEqualTo("From 31 December 2023 to 18 January 2024"));
    assertThat(browser.texts("#difference > ul > li")).isNotEmpty();
    browser.click("#difference summary");
    assertThat(browser.texts("#difference details[open] a")).isNotEmpty();
    assertThat(browser.address()).contains("since=2023-12-31");
  }

  @Test
  void isLiveAtNowAndSaysWhatComesWhileInThePast() {
    browser.open(newsroom.page("/relationships/AUS-NZL"));
    browser.until(() -> assertThat(browser.text("[data-stream]")).isEqualTo("Live"));

    newsroom.publish(today("live").visit("AUS", "NZL"));

    browser.until(() -> assertThat(browser.text("#timeline")).contains("headline of live"));

    browser.set("#t-asof", "2020-01-01");
    browser.until(() -> assertThat(browser.text("#timeline")).doesNotContain("headline of live"));
    newsroom.publish(today("news").mode(Mode.SEVERED, "AUS", "NZL"));

    browser.until(() -> assertThat(browser.text("[data-alerts]")).contains("headline of news"));
    assertThat(browser.text("#timeline")).doesNotContain("headline of");
  }
}
