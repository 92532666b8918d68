package dev.tidings.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** An editor looks for a country, by the names of any language and without a mouse. */
@InChromium
class FoundPartyTest {

  private final Browser browser;
  private final Newsroom newsroom;

  FoundPartyTest(Browser browser, Newsroom newsroom) {
    this.browser = browser;
    this.newsroom = newsroom;
  }

  @ParameterizedTest
  @CsvSource({
    "fa, پاکستان, PAK",
    "ur, ایران, IRN",
    "ar, إيران, IRN",
    "fa, آلمان, DEU",
    "en, IRN, IRN",
    "en, germany, DEU",
    "de, Österreich, AUT"
  })
  void isFoundByItsName(String language, String name, String code) {
    browser.open(newsroom.page("/find?lang=" + language + "&q=" + Newsroom.encoded(name)));

    assertThat(browser.texts("[data-found] .quiet")).contains(code);
    assertThat(browser.attribute("html", "dir"))
        .isEqualTo(language.matches("fa|ur|ar") ? "rtl" : "ltr");
  }

  @Test
  void isFoundAndOpenedFromTheKeyboardAlone() {
    browser.open(newsroom.page("/relationships/IRN-PAK"));

    browser.press("/");
    browser.press("iran");
    browser.press(Keys.ENTER);

    browser.until(() -> assertThat(browser.address()).endsWith("/find?q=iran"));
    assertThat(focused()).isEqualTo("q");
    browser.press(Keys.END);
    browser.press(" pakistan");
    browser.until(() -> assertThat(browser.address()).endsWith("/find?q=iran+pakistan"));
    browser.until(() -> assertThat(browser.texts("[data-found] a")).hasSizeGreaterThan(2));

    browser.press(Keys.ARROW_DOWN);
    assertThat(place()).isZero();
    browser.press(Keys.ARROW_DOWN);
    assertThat(place()).isEqualTo(1);
    browser.press(Keys.ARROW_UP);
    assertThat(focused()).isEqualTo("/relationships/IRN-PAK");
    browser.press(Keys.ESCAPE);
    assertThat(focused()).isEqualTo("q");
    browser.press(Keys.ARROW_DOWN, Keys.ENTER);

    browser.until(() -> assertThat(browser.address()).endsWith("/relationships/IRN-PAK"));
  }

  @Test
  void saysWhenNothingIsFound() {
    browser.open(newsroom.page("/find?q=qqqqq"));

    assertThat(browser.text("[data-found] [role=status]")).contains("qqqqq");
  }

  private String focused() {
    return String.valueOf(
        browser.js("const at = document.activeElement; return at.id || at.getAttribute('href')"));
  }

  /** Which of those that were found the reader is at. */
  private long place() {
    Object place =
        browser.js(
            "return [...document.querySelectorAll('[data-found] a')]"
                + ".indexOf(document.activeElement)");
    return place instanceof Long number ? number : -1;
  }
}
