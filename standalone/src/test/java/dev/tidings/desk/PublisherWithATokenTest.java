package dev.tidings.desk;

import static dev.tidings.desk.Newsroom.today;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server has tokens: only who holds one may publish, and not everything. */
@InChromium
class PublisherWithATokenTest {

  @TempDir private static Path folder;
  private static Newsroom newsroom;

  private final Browser browser;

  PublisherWithATokenTest(Browser browser) {
    this.browser = browser;
  }

  @BeforeAll
  static void start() throws IOException {
    Path tokens = folder.resolve("tokens.json");
    Files.writeString(
        tokens,
        """
        [{"name": "desk", "sha256": "%s"},
         {"name": "stringer", "sha256": "%s", "kinds": ["visit", "statement"]}]
        """
            .formatted(sha256("secret-of-the-desk"), sha256("secret-of-the-stringer")));
    newsroom = Newsroom.start("--tokens=" + tokens);
    newsroom.use("secret-of-the-desk");
    newsroom.tell(today("of-the-desk").visit("NLD", "BEL"));
  }

  @AfterAll
  static void stop() {
    newsroom.close();
  }

  @BeforeEach
  void forgetToken() {
    browser.open(newsroom.page("/health/live"));
    browser.js("sessionStorage.clear()");
  }

  @Test
  void isAskedForItBeforeTheFormIsShown() {
    browser.expect("status of 401");
    browser.open(newsroom.page("/publish"));
    browser.until(() -> assertThat(browser.shows("[data-token]")).isTrue());
    assertThat(browser.shows("[data-form]")).isFalse();

    enter("of-nobody");
    browser.until(() -> assertThat(browser.text("[data-problems]")).contains("unknown token"));
    assertThat(browser.shows("[data-form]")).isFalse();

    enter("secret-of-the-desk");
    browser.until(() -> assertThat(browser.shows("[data-form]")).isTrue());
    assertThat(browser.text("[data-who]")).isEqualTo("You publish as desk");
    assertThat(browser.shows("[data-token]")).isFalse();
  }

  @Test
  void seesOnlyTheKindsThatItMayPublish() {
    browser.expect("status of 401");
    browser.open(newsroom.page("/publish"));
    browser.until(() -> assertThat(browser.shows("[data-token]")).isTrue());

    enter("secret-of-the-stringer");

    browser.until(
        () ->
            assertThat(browser.text("[data-who]"))
                .startsWith("You publish as stringer: only ")
                .contains("visit"));
    assertThat(
            browser.js(
                "return [...document.querySelector('#p-kind').options]"
                    + ".filter(option => !option.disabled).map(option => option.value).join()"))
        .isEqualTo("visit,statement");
  }

  @Test
  void isOfferedNoCorrectionOfWhatSomebodyElsePublished() {
    browser.expect("status of 40");
    browser.open(newsroom.page("/updates/test:of-the-desk"));
    browser.js("sessionStorage.setItem('tidings-token', 'secret-of-the-desk')");
    browser.driver().navigate().refresh();
    browser.until(() -> assertThat(browser.shows("desk-own a[href*=kill]")).isTrue());

    browser.js("sessionStorage.setItem('tidings-token', 'secret-of-the-stringer')");
    browser.driver().navigate().refresh();

    browser.until(
        () ->
            assertThat(
                    browser.js(
                        "return performance.getEntriesByType('resource')"
                            + ".some(entry => entry.name.includes('/publisher/updates/')"
                            + " && entry.responseEnd > 0)"))
                .isEqualTo(true));
    assertThat(browser.shows("desk-own")).isFalse();
  }

  private void enter(String token) {
    browser.fill("#p-token", token);
    browser.click("[data-token] button");
  }

  private static String sha256(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
