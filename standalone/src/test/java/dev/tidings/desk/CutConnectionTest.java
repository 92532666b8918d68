package dev.tidings.desk;

import static dev.tidings.desk.Newsroom.today;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The server goes while a page is open, and comes back. */
@InChromium
class CutConnectionTest {

  private final Browser browser;

  CutConnectionTest(Browser browser) {
    this.browser = browser;
  }

  @Test
  void isSaidAsLongAsItLastsAndNothingIsMissedOrSeenTwice() throws IOException {
    Newsroom first = Newsroom.start();
    first.tell(today("before").visit("CAN", "MEX"));
    browser.expect("net::ERR_", "status of 503");
    browser.open(first.page("/?pair=CAN-MEX"));
    browser.until(() -> assertThat(sign()).isEqualTo("live"));

    first.cut();

    browser.until(() -> assertThat(sign()).isEqualTo("lost"));
    assertThat(browser.text("[data-stream]")).startsWith("Connection lost");

    browser.offline(true);
    try (Newsroom second = first.restored()) {
      second.tell(today("meanwhile").visit("CAN", "MEX"));
      browser.offline(false);

      browser.until(() -> assertThat(sign()).isEqualTo("resumed"));
      browser.until(() -> assertThat(browser.text("[data-pending]")).contains("1 new"));
      second.tell(today("after").visit("CAN", "MEX"));
      browser.until(() -> assertThat(browser.text("[data-pending]")).contains("2 new"));
      browser.click("[data-pending]");
      browser.until(() -> assertThat(browser.texts(".news h2")).hasSize(3));
      assertThat(browser.texts(".news h2"))
          .containsExactly("headline of after", "headline of meanwhile", "headline of before");

      second.cut();
      try (Newsroom another = second.anew()) {
        browser.until(() -> assertThat(sign()).isEqualTo("reset"));
        assertThat(browser.text("[data-stream]")).startsWith("The feed was reset");
        assertThat(another.url()).isEqualTo(first.url());
      }
    } finally {
      browser.offline(false);
    }
  }

  private String sign() {
    return String.valueOf(browser.attribute("[data-stream]", "data-state"));
  }
}
