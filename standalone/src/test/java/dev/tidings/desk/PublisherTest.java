package dev.tidings.desk;

import static dev.tidings.desk.Newsroom.today;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** An editor publishes from the page, on a machine where everybody may. */
@InChromium
class PublisherTest {

  private final Browser browser;
  private final Newsroom newsroom;

  PublisherTest(Browser browser, Newsroom newsroom) {
    this.browser = browser;
    this.newsroom = newsroom;
  }

  @Test
  void choosesAmongTheModesOfAKind() {
    openForm();

    choose("#p-kind", "sanction");

    assertThat(modes()).containsExactly("imposed", "widened", "eased", "lifted");
    assertThat(browser.text("[data-default]")).contains("urgency");
    choose("#p-kind", "border");
    assertThat(modes()).containsExactly("agreement", "talks", "opens", "restricts", "closes");
    choose("#p-mode", "closes");
    assertThat(browser.text("[data-default]"))
        .contains("urgency 3")
        .contains("thread border suspends");
  }

  @Test
  void isToldWhatIsWrongWithADate() {
    browser.expect("status of 4");
    openForm();
    fillVisit("FIN", "EST", "Dated wrongly");
    browser.fill("#p-occurred", "20th of May");

    browser.click("[data-preview]");

    browser.until(
        () ->
            assertThat(browser.text("[data-problems]"))
                .contains("occurred")
                .contains("20th of May")
                .contains("expected"));
    assertThat(canPublish()).isFalse();
  }

  @Test
  void seesWhatWouldBecomeOfTheSummaryBeforeAnybodyElseSeesTheUpdate() {
    String other = browser.otherWindow(newsroom.page("/?pair=EST-FIN"));
    String watching = browser.driver().getWindowHandle();
    browser.until(() -> assertThat(browser.text("[data-stream]")).isEqualTo("Live"));
    browser.to(other);
    openForm();
    fillVisit("FIN", "EST", "A visit from a form");
    assertThat(canPublish()).isFalse();

    browser.click("[data-preview]");

    browser.until(() -> assertThat(canPublish()).isTrue());
    assertThat(browser.text("[data-becomes]")).contains("EST-FIN").contains("Then");
    assertThat(newsroom.json("/notifications?pair=EST-FIN")).doesNotContain("A visit from a form");

    browser.element("#p-headline").sendKeys(" of ours");
    assertThat(canPublish()).as("after an edit").isFalse();
    assertThat(browser.shows("[data-previewed]")).isFalse();
    browser.click("[data-preview]");
    browser.until(() -> assertThat(canPublish()).isTrue());

    browser.click("[data-do]");

    browser.until(() -> assertThat(browser.text("[data-problems]")).startsWith("Published."));
    browser.to(watching);
    Awaitility.await()
        .atMost(Duration.ofSeconds(2))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> browser.text("[data-pending]").contains("A visit from a form of ours"));
  }

  @Test
  void correctsAndKillsWhatIsTheirOwn() {
    newsroom.tell(
        today("own").visit("LVA", "LTU").sectors("LEG", "").headline("Fifty came").by("A paper"));
    browser.open(newsroom.page("/updates/test:own"));
    browser.until(() -> assertThat(browser.shows("desk-own")).isTrue());

    browser.click("desk-own a[href*=correct]");

    browser.until(() -> assertThat(browser.shows("[data-form]")).isTrue());
    browser.until(() -> assertThat(value("#p-headline")).isEqualTo("Fifty came"));
    assertThat(value("#p-actor")).isEqualTo("LVA");
    assertThat(value("#p-actorSector")).isEqualTo("LEG");
    assertThat(value("#p-counterpartSector")).isEqualTo("");
    assertThat(value("#p-mode")).isEqualTo("visit");
    assertThat(value("#p-source")).isEqualTo("A paper");
    browser.fill("#p-headline", "Fifteen came");
    browser.fill("#p-note", "A number was misheard");
    browser.click("[data-preview]");
    browser.until(() -> assertThat(canPublish()).isTrue());
    browser.click("[data-do]");
    browser.until(() -> assertThat(browser.text("[data-problems]")).startsWith("Published."));
    browser.until(
        () ->
            assertThat(newsroom.html("/updates/test:own").body())
                .contains("Fifteen came")
                .contains("Version 2"));

    browser.open(newsroom.page("/publish?kill=test:own"));
    browser.until(() -> assertThat(browser.text("[data-subject]")).isEqualTo("Fifteen came"));
    browser.fill("#p-note", "Nobody came");
    browser.click("[data-preview]");
    browser.until(() -> assertThat(canPublish()).isTrue());
    browser.click("[data-do]");

    browser.until(() -> assertThat(browser.text("[data-problems]")).startsWith("Published."));
    browser.until(
        () ->
            assertThat(newsroom.html("/updates/test:own").body())
                .contains("Withdrawn")
                .doesNotContain("Fifteen came")
                .doesNotContain("Fifty came"));
  }

  private void openForm() {
    browser.open(newsroom.page("/publish"));
    browser.until(() -> assertThat(browser.shows("[data-form]")).isTrue());
    browser.until(() -> assertThat(browser.shows("[data-own]")).isTrue());
  }

  private void fillVisit(String actor, String counterpart, String headline) {
    choose("#p-kind", "visit");
    choose("#p-mode", "visit");
    browser.fill("#p-occurred", LocalDate.now(ZoneOffset.UTC).toString());
    browser.fill("#p-headline", headline);
    browser.fill("#p-actor", actor);
    browser.fill("#p-counterpart", counterpart);
  }

  private void choose(String css, String value) {
    browser.js(
        "const field = document.querySelector(arguments[0]);"
            + "[...field.options].find(option => option.value === arguments[1]"
            + " && !option.parentElement.disabled).selected = true;"
            + "for (const type of ['input', 'change'])"
            + " field.dispatchEvent(new Event(type, { bubbles: true }));",
        css,
        value);
  }

  private List<String> modes() {
    return browser.driver().findElements(By.cssSelector("#p-mode option")).stream()
        .filter(option -> option.isDisplayed() && option.isEnabled())
        .map(option -> String.valueOf(option.getDomAttribute("value")))
        .toList();
  }

  private boolean canPublish() {
    return Boolean.FALSE.equals(browser.js("return document.querySelector('[data-do]').disabled"));
  }

  private Object value(String css) {
    return String.valueOf(browser.js("return document.querySelector(arguments[0]).value", css));
  }
}
