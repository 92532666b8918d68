package dev.tidings.desk;

import static dev.tidings.desk.Newsroom.today;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.update.Mode;
import java.time.Duration;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An editor looks at what changed while others publish. */
@InChromium
class PublishedElsewhereTest {

  private final Browser browser;
  private final Newsroom newsroom;

  PublishedElsewhereTest(Browser browser, Newsroom newsroom) {
    this.browser = browser;
    this.newsroom = newsroom;
  }

  @Test
  void isSeenWithinASecond() {
    lookAt("DEU-FRA");

    boolean isInTime = isSeenWithinASecond("in-time") || isSeenWithinASecond("in-time-2");

    assertThat(isInTime).as("seen within a second of 202, of two updates one").isTrue();
  }

  @Test
  void waitsBehindAButtonSoThatNothingJumps() {
    newsroom.tell(
        IntStream.range(0, 12)
            .mapToObj(i -> visit("read-" + i, "ESP", "PRT"))
            .toArray(UpdateFixture[]::new));
    lookAt("ESP-PRT");
    browser.js("document.querySelectorAll('.news > li')[2].scrollIntoView()");
    Object before = placeOfThird();

    newsroom.publish(visit("unread-1", "ESP", "PRT"));
    newsroom.publish(visit("unread-2", "ESP", "PRT"));

    browser.until(
        () ->
            assertThat(browser.text("[data-pending]"))
                .contains("2 new")
                .contains("headline of unread-2"));
    assertThat(placeOfThird()).isEqualTo(before);
    assertThat(browser.text("[data-news]")).doesNotContain("unread");

    browser.click("[data-pending]");

    browser.until(
        () -> assertThat(browser.texts(".news > li h2").get(0)).isEqualTo("headline of unread-2"));
    assertThat(browser.texts(".news > li h2").get(1)).isEqualTo("headline of unread-1");
    assertThat(browser.shows("[data-pending]")).isFalse();
    assertThat(browser.js("return document.activeElement.closest('li')?.id"))
        .as("where a reader of the keyboard goes on")
        .isEqualTo(browser.attribute(".news > li", "id"));
  }

  @Test
  void isNotCountedAsNewWhenItIsLongPast() {
    lookAt("AUT-HUN");

    newsroom.publish(visit("long-past", "AUT", "HUN").occurred("1950-03"));
    newsroom.publish(visit("not-past", "AUT", "HUN"));

    browser.until(
        () -> assertThat(browser.text("[data-pending]")).contains("headline of not-past"));
    assertThat(browser.text("[data-pending]")).contains("1 new");
    browser.click("[data-pending]");
    browser.until(() -> assertThat(browser.texts(".news > li > details > summary")).hasSize(1));
    assertThat(browser.texts(".news > li.told h2")).containsExactly("headline of not-past");
    assertThat(browser.text(".news .fold summary")).contains("1 background update");
  }

  @Test
  void standsOutWhenItIsUrgent() {
    newsroom.tell(
        today("plain").mode(Mode.COMMENT, "NOR", "SWE"),
        today("urgent").mode(Mode.EMBASSY_CLOSED, "NOR", "SWE"),
        today("flash").mode(Mode.SEVERED, "NOR", "SWE"));

    lookAt("NOR-SWE");

    assertThat(browser.text(".told.flash")).contains("headline of flash").contains("Flash");
    assertThat(browser.text(".told.urgent")).contains("headline of urgent").contains("Urgent");
    assertThat(paper(".told.flash")).isNotEqualTo(paper(".told.plain"));
    assertThat(edge(".told.urgent")).isNotEqualTo(edge(".told.plain"));
  }

  @Test
  void isCorrectedWhereItStands() {
    newsroom.tell(visit("wrong", "POL", "CZE").headline("Forty came"));
    lookAt("CZE-POL");
    assertThat(browser.text("[data-news]")).contains("Forty came");

    newsroom.publish(
        visit("wrong", "POL", "CZE")
            .version(2)
            .headline("Fourteen came")
            .edNote("A number was misheard"));

    browser.until(
        () -> assertThat(browser.text("[data-news]")).contains("Corrected since: version 2"));
    assertThat(browser.text("[data-alerts]")).contains("Fourteen came");
    assertThat(browser.text("[data-pending]")).contains("1 new");
    browser.click("[data-pending]");
    browser.until(() -> assertThat(browser.text(".told.revision")).contains("Correction"));
  }

  @Test
  void leavesNothingOfItsTextWhenItIsKilled() {
    newsroom.tell(visit("libel", "GRC", "ITA").headline("A libel about somebody"));
    lookAt("GRC-ITA");
    assertThat(browser.text("[data-news]")).contains("A libel");

    newsroom.kill(UpdateFixture.uri("libel"), "Not true");

    browser.until(() -> assertThat(browser.text("[data-news]")).contains("Withdrawn since"));
    browser.until(() -> assertThat(browser.shows("[data-alerts] .revision")).isTrue());
    assertThat((String) browser.js("return document.documentElement.outerHTML"))
        .doesNotContain("A libel");
    browser.click("[data-pending]");
    browser.until(() -> assertThat(browser.text(".told.revision")).contains("Killed"));
    assertThat((String) browser.js("return document.documentElement.outerHTML"))
        .doesNotContain("A libel");
  }

  @Test
  void isToldOnceToWhoLooksAwayMeanwhile() {
    lookAt("IRL-ISL");
    newsroom.publish(visit("seen", "IRL", "ISL"));
    browser.until(() -> assertThat(browser.text("[data-pending]")).contains("1 new"));

    lookAway(true);
    browser.until(() -> assertThat(browser.text("[data-stream]")).startsWith("Paused"));
    newsroom.publish(visit("unseen", "IRL", "ISL"));
    lookAway(false);

    browser.until(
        () ->
            assertThat(browser.text("[data-pending]"))
                .contains("2 new")
                .contains("headline of unseen"));
    assertThat(browser.text("[data-stream]")).startsWith("Live again");
  }

  /** As a browser says it of a window that another one covers. */
  private void lookAway(boolean isHidden) {
    browser.js(
        "Object.defineProperty(document, 'hidden', { value: arguments[0], configurable: true });"
            + "document.dispatchEvent(new Event('visibilitychange'))",
        isHidden);
  }

  private static UpdateFixture visit(String name, String actor, String counterpart) {
    return today(name).visit(actor, counterpart);
  }

  /** Looks at what changed between two, and waits until the page is live. */
  private void lookAt(String pair) {
    browser.open(newsroom.page("/?pair=" + pair));
    browser.until(() -> assertThat(browser.text("[data-stream]")).isEqualTo("Live"));
  }

  private boolean isSeenWithinASecond(String name) {
    long acknowledged = newsroom.publish(visit(name, "DEU", "FRA"));
    try {
      Awaitility.await()
          .atMost(Duration.ofSeconds(1).minusNanos(System.nanoTime() - acknowledged))
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(10))
          .until(() -> browser.text("[data-pending]").contains("headline of " + name));
      return true;
    } catch (ConditionTimeoutException late) {
      return false;
    }
  }

  private @Nullable Object placeOfThird() {
    return browser.js(
        "return document.querySelectorAll('.news > li')[2].getBoundingClientRect().top");
  }

  private @Nullable Object paper(String css) {
    return browser.js(
        "return getComputedStyle(document.querySelector(arguments[0])).backgroundColor", css);
  }

  private @Nullable Object edge(String css) {
    return browser.js(
        "return getComputedStyle(document.querySelector(arguments[0])).borderInlineStartWidth",
        css);
  }
}
