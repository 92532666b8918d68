package dev.tidings.desk;

import static dev.tidings.desk.Newsroom.today;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.update.Effect;
import dev.tidings.update.Mode;
import dev.tidings.update.Source;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever publishes means ill, or types what no page expects. */
@InChromium
class HostileTextTest {

  private static final List<String> TEXTS =
      List.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "'><svg/onload=alert(1)>",
          "${7*7} {{7*7}} #{7*7} @if(true)x@endif",
          "</title></textarea></template><iframe src=javascript:alert(1)>",
          "\u2067 right to left \u2069 and back",
          "\u2067 never closed, mark\u200f and isolate \u2066",
          "W".repeat(300),
          "عناوين ".repeat(40).strip(),
          "👩‍👩‍👧‍👦🏴‍☠️🇮🇷 e\u0301\u0301\u0301\u0301 \ufdfd\ufdfd\ufdfd",
          "\u2067 از راست");

  private static boolean isTold;

  private final Browser browser;
  private final Newsroom newsroom;

  HostileTextTest(Browser browser, Newsroom newsroom) {
    this.browser = browser;
    this.newsroom = newsroom;
  }

  @BeforeEach
  void tell() {
    if (!isTold) {
      newsroom.tellPastTheGateway(
          IntStream.range(0, TEXTS.size())
              .mapToObj(i -> hostile(i, TEXTS.get(i)))
              .toArray(UpdateFixture[]::new));
      isTold = true;
    }
  }

  private static UpdateFixture hostile(int i, String text) {
    return today("hostile-" + i)
        .mode(Mode.SIGNED, "ARM", "GEO")
        .headline(text)
        .thread("agreement/a" + i, Effect.BEGINS, text)
        .from(
            new Source(
                text.substring(0, Math.min(text.length(), 200)), "javascript:alert(1)", null))
        .edNote(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?pair=ARM-GEO",
        "/relationships",
        "/relationships/ARM-GEO",
        "/relationships/ARM-GEO?since=2020-01-01#rests-1",
        "/parties/ARM",
        "/find?q=alert",
        "/find?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        "/publish?correct=test:hostile-1"
      })
  void breaksNoPageOfAPhone(String path) {
    browser.size(360, 740);
    browser.open(newsroom.page(path));

    isWhole(path);
  }

  @Test
  void breaksNoPageOfAnUpdate() {
    browser.size(360, 740);
    for (int i = 0; i < TEXTS.size(); i++) {
      browser.open(newsroom.page("/updates/test:hostile-" + i));

      assertThat(browser.js("return document.querySelector('h1').textContent"))
          .isEqualTo(TEXTS.get(i));
      assertThat(browser.js("return document.querySelector('.fields a[href^=javascript]')"))
          .isNull();
      isWhole(TEXTS.get(i));
    }
  }

  @Test
  void breaksNothingWhenItComesWhileAPageIsOpen() {
    browser.size(360, 740);
    browser.open(newsroom.page("/?pair=ARM-GEO"));
    browser.until(() -> assertThat(browser.text("[data-stream]")).isEqualTo("Live"));

    newsroom.tellPastTheGateway(
        today("hostile-live").mode(Mode.SEVERED, "ARM", "GEO").headline(TEXTS.get(1)));

    browser.until(() -> assertThat(browser.text("[data-alerts]")).contains(TEXTS.get(1)));
    browser.until(() -> assertThat(browser.text("[data-pending]")).contains(TEXTS.get(1)));
    browser.click("[data-pending]");
    browser.until(() -> assertThat(browser.text(".news h2")).isEqualTo(TEXTS.get(1)));
    isWhole("live");
  }

  @Test
  void leavesTheDirectionOfWhatFollows() {
    browser.open(newsroom.page("/updates/test:hostile-10"));

    assertThat(browser.js(PLACES))
        .as("after a headline that isolates and never ends")
        .isEqualTo(true);
  }

  /** Whether two numbers behind a headline stand from left to right, as they would behind any. */
  private static final String PLACES =
      "const h1 = document.querySelector('h1'); const after = document.createElement('span');"
          + "after.textContent = ' 1 a 2'; h1.append(after);"
          + "const at = i => { const r = document.createRange(); r.setStart(after.firstChild, i);"
          + " r.setEnd(after.firstChild, i + 1); return r.getBoundingClientRect(); };"
          + "const one = at(1), two = at(5); after.remove();"
          + "return one.top < two.top || one.left < two.left;";

  @Test
  void meetsAPolicyThatAllowsNothingButOurFiles() {
    for (String path :
        List.of("/", "/relationships/ARM-GEO", "/find?q=x", "/publish", "/parties/XX")) {
      HttpResponse<String> answer = newsroom.html(path);

      assertThat(answer.headers().allValues("Content-Security-Policy"))
          .as(path)
          .containsExactly(
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                  + " connect-src 'self'; form-action 'self'; base-uri 'none';"
                  + " frame-ancestors 'none'; require-trusted-types-for 'script';"
                  + " trusted-types desk");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(answer.body())
          .doesNotContainPattern("(?i)<script(?! type=\"module\" src=\"/assets/)")
          .doesNotContainPattern("(?i)<[a-z][^>]* style=")
          .doesNotContainPattern("(?i)<[a-z][^>]* on[a-z]+=")
          .doesNotContainPattern("(?i)(src|href)=\"(https?:)?//");
    }
  }

  /** No element of the text, no alert, nothing wider than the phone. */
  private void isWhole(String where) {
    assertThat(browser.js("return document.querySelectorAll('img, iframe, svg[onload]').length"))
        .as(where)
        .isEqualTo(0L);
    assertThat(
            browser.js(
                "return document.querySelectorAll('script:not([src^=\"/assets/\"])').length"))
        .as(where)
        .isEqualTo(0L);
    assertThat(browser.js(WIDER)).as("wider than the phone: " + where).isEqualTo("");
  }

  private static final String WIDER =
      "if (document.documentElement.scrollWidth <= innerWidth) return '';"
          + "return document.documentElement.scrollWidth + ': ' + [...document.querySelectorAll('body *')]"
          + ".filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
          + ".map(e => e.outerHTML.slice(0, 200)).slice(-3).join('\\n')";
}
