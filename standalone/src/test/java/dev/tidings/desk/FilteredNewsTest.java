package dev.tidings.desk;

import static dev.tidings.desk.Newsroom.today;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.update.Mode;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An editor wants some of the news; the filter is in the address. */
@InChromium
class FilteredNewsTest {

  private final Browser browser;
  private final Newsroom newsroom;

  FilteredNewsTest(Browser browser, Newsroom newsroom) {
    this.browser = browser;
    this.newsroom = newsroom;
  }

  @Test
  void goesFromTheFormToTheAddressAndBack() {
    newsroom.tell(
        today("filtered-in").mode(Mode.COMMENT, "BRA", "ARG"),
        today("filtered-kind").visit("BRA", "ARG"),
        today("filtered-party").mode(Mode.COMMENT, "CHL", "PER"));
    browser.open(newsroom.page("/"));
    browser.click("details.tool:has([data-filter]) > summary");
    browser.fill("#f-party", "BRA");
    browser.click("[data-filter] input[name=kind][value=statement]");
    browser.click("[data-filter] input[name=background]");
    browser.fill("#f-mute", "USA");

    browser.click("[data-filter] button");

    browser.until(() -> assertThat(browser.text("summary")).isEqualTo("Filter: on"));
    assertThat(browser.address())
        .isEqualTo(newsroom.page("/?party=BRA&kind=statement&mute=USA&background=false"));
    assertThat(browser.texts(".news h2")).containsExactly("headline of filtered-in");
    assertThat(browser.js("return document.querySelector('#f-party').value")).isEqualTo("BRA");
    assertThat(browser.js("return document.querySelector('#f-mute').value")).isEqualTo("USA");
    assertThat(checked()).isEqualTo("statement,false");

    browser.open(browser.address());

    assertThat(browser.texts(".news h2")).containsExactly("headline of filtered-in");
    assertThat(checked()).isEqualTo("statement,false");
  }

  @Test
  void choosesWhoActed() {
    newsroom.tell(
        today("acted-police").mode(Mode.ARREST, "DNK", "FIN").sectors("COP", "CVL"),
        today("acted-gang").mode(Mode.ATTACK, "DNK", "FIN").sectors("CRM", ""),
        today("acted-state").visit("DNK", "FIN"));
    browser.open(newsroom.page("/?pair=DNK-FIN"));
    browser.click("[data-filter] input[name=sector][value=state]");
    browser.click("[data-filter] input[name=sector][value=COP]");

    browser.click("[data-filter] button");

    browser.until(
        () ->
            assertThat(browser.address())
                .isEqualTo(newsroom.page("/?pair=DNK-FIN&sector=state&sector=COP")));
    assertThat(browser.texts(".news h2"))
        .containsExactly("headline of acted-state", "headline of acted-police");
    assertThat(checked()).isEqualTo("state,COP");
    assertThat(browser.texts(".news .sides"))
        .containsExactly("Denmark (police) → Finland (private people)");
  }

  @Test
  void isToldWhichParameterIsWrongAndWhatWasExpected() {
    browser.expect("status of 400");

    browser.open(newsroom.page("/?party=XX&kind=tea&sector=cop&minUrgency=12"));

    assertThat(browser.text("main"))
        .contains("party")
        .contains("'XX'")
        .contains("kind")
        .contains("'tea'")
        .contains("statement")
        .contains("'cop' is no sector; expected one of state, GOV")
        .contains("minUrgency")
        .contains("1 … 9");
  }

  @Test
  void goesBackToWhatIsOlderPageByPage() {
    newsroom.tell(
        IntStream.range(0, 45)
            .mapToObj(i -> today("page-" + i).visit("KEN", "TZA"))
            .toArray(UpdateFixture[]::new));
    browser.open(newsroom.page("/?pair=KEN-TZA"));
    assertThat(browser.texts(".news > li")).hasSize(40);

    browser.click("main a[rel=next]");

    browser.until(() -> assertThat(browser.texts(".news > li")).hasSize(5));
    assertThat(browser.texts(".news h2").get(4)).isEqualTo("headline of page-0");
    assertThat(browser.texts("main a[rel=next]")).isEmpty();
    assertThat(browser.address()).contains("pair=KEN-TZA").contains("before=");
  }

  private @Nullable Object checked() {
    return browser.js(
        "return [...document.querySelectorAll('[data-filter] :checked:not(option)')]"
            + ".map(field => field.value).join()");
  }
}
