package dev.tidings.desk;

import static dev.tidings.desk.Newsroom.today;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.update.Mode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** An editor wants all that one country is in. */
@InChromium
class CountryTest {

  private final Browser browser;
  private final Newsroom newsroom;

  CountryTest(Browser browser, Newsroom newsroom) {
    this.browser = browser;
    this.newsroom = newsroom;
  }

  @Test
  void ordersItsRelationshipsByFreshnessAndByClimate() {
    newsroom.tell(
        today("cold").mode(Mode.CLASH, "URY", "PRY").occurred(daysAgo(60)),
        today("cold-2").mode(Mode.CLASH, "PRY", "URY").occurred(daysAgo(50)),
        today("warm").mode(Mode.PACT, "URY", "BOL").occurred(daysAgo(40)),
        today("warm-2").mode(Mode.PACT, "BOL", "URY").occurred(daysAgo(30)),
        today("mild").visit("URY", "COL").occurred(daysAgo(20)),
        today("mild-2").visit("COL", "URY").occurred(daysAgo(10)));

    browser.open(newsroom.page("/parties/URY"));
    assertThat(browser.text("h1")).isEqualTo("Uruguay URY");
    assertThat(browser.texts(".heads .who")).containsExactly("Colombia", "Bolivia", "Paraguay");

    browser.click(".sort a[href*=coldest]");
    browser.until(
        () ->
            assertThat(browser.texts(".heads .who"))
                .containsExactly("Paraguay", "Colombia", "Bolivia"));

    browser.click(".sort a[href*=warmest]");
    browser.until(
        () ->
            assertThat(browser.texts(".heads .who"))
                .containsExactly("Bolivia", "Colombia", "Paraguay"));
    assertThat(browser.texts(".heads .climate"))
        .allMatch(climate -> climate.matches(".* [+−]\\d+.*"));
    assertThat(browser.attribute(".sort [aria-current]", "href")).contains("warmest");
  }

  @Test
  void drawsASmallChartWhereAnythingIsKnownOfTheLastTenYears() {
    browser.open(newsroom.page("/parties/PAK"));

    assertThat(browser.texts(".heads > li")).hasSizeGreaterThan(2);
    assertThat(browser.shows("#pair-IRN-PAK svg.trail polyline")).isTrue();
    assertThat(browser.attribute("#pair-IRN-PAK svg.trail .war", "d")).isNotEmpty();
    assertThat(browser.attribute("#pair-IRN-PAK svg.trail", "aria-label"))
        .contains(": between −")
        .endsWith("At some time in force: Conflict.");
    assertThat(browser.shows("#pair-GBR-PAK svg.trail")).as("quiet since 1955").isFalse();
  }

  @Test
  void showsARelationshipThatBeginsWhileItIsOpen() {
    newsroom.tell(today("known").visit("GHA", "TGO"));
    browser.open(newsroom.page("/parties/GHA"));
    browser.until(() -> assertThat(browser.text("[data-stream]")).isEqualTo("Live"));
    assertThat(browser.texts(".heads .who")).containsExactly("Togo");

    newsroom.publish(today("begun").visit("GHA", "BEN"));

    browser.until(
        () -> assertThat(browser.texts(".heads .who")).containsExactlyInAnyOrder("Togo", "Benin"));
    assertThat(browser.text("#relationships h2")).isEqualTo("2 relationships");
  }

  private static String daysAgo(int days) {
    return LocalDate.now(ZoneOffset.UTC).minusDays(days).toString();
  }
}
