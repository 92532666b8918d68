package dev.tidings.feed.desk;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.fixture.UpdateFixture.uri;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.feed.LiveFeed;
import dev.tidings.update.PubStatus;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** At one address there is a page for people and JSON for programs. */
class PageOrJsonTest {

  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

  @TempDir static Path folder;

  private static LiveFeed live;

  @BeforeAll
  static void publish() {
    live = LiveFeed.serving(folder);
    live.publish(
        update("shah").visit("IRN", "PAK").occurred("1950-03").headline("The Shah visits").get(),
        update("wrong").visit("IRN", "PAK").occurred("1951").headline("It never was").get());
    live.awaitTold();
    live.publish(
        update("wrong")
            .visit("IRN", "PAK")
            .occurred("1951")
            .headline("It never was")
            .version(2)
            .status(PubStatus.CANCELED)
            .get());
    live.awaitTold();
  }

  @AfterAll
  static void stop() {
    live.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/relationships", "/relationships/IRN-PAK", "/parties", "/parties/IRN"})
  void isAPageForABrowserAndJsonForAllOthers(String path) {
    HttpResponse<String> page = live.get(path, "Accept", BROWSER);
    HttpResponse<String> json = live.get(path, "Accept", "*/*");
    HttpResponse<String> rather = live.get(path, "Accept", "text/html;q=0.5, application/json");

    assertThat(page.body()).startsWith("<!doctype html>");
    assertThat(page.headers().firstValue("Vary").orElse("")).contains("Accept,");
    assertThat(json.body()).startsWith("{");
    assertThat(rather.body()).startsWith("{");
  }

  @Test
  void isAPageOfAnUpdateToo() {
    HttpResponse<String> page = live.get(path("shah"), "Accept", BROWSER);

    assertThat(page.body()).contains("The Shah visits", "March 1950");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/find", "/relationships/IRN-PAK", "/parties/IRN"})
  void letsABrowserLoadNothingButOurOwnFiles(String path) {
    String policy =
        live.get(path, "Accept", BROWSER)
            .headers()
            .firstValue("Content-Security-Policy")
            .orElse("");

    assertThat(policy)
        .contains("default-src 'none'", "script-src 'self'", "require-trusted-types-for 'script'")
        .doesNotContain("unsafe", "http:", "https:", "*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/relationships/IRN-PAK", "/updates/"})
  void hasNothingOfTheTextOfAKilledUpdate(String path) {
    String asked = path.equals("/updates/") ? path("wrong") : path;

    assertThat(live.get(asked, "Accept", BROWSER).body())
        .contains("ithdrawn")
        .doesNotContain("It never was");
  }

  @Test
  void isNotSentAgainToWhoHasIt() {
    HttpResponse<String> first = live.get("/parties/IRN", "Accept", BROWSER);
    String etag = first.headers().firstValue("ETag").orElseThrow();

    assertThat(live.get("/parties/IRN", "Accept", BROWSER, "If-None-Match", etag).statusCode())
        .isEqualTo(304);
  }

  @ParameterizedTest
  @CsvSource({
    "/?kind=tea, 400, 'kind', tea",
    "/relationships/IRN-PAK?asOf=yesterday, 400, asOf, yesterday",
    "/relationships/IRN-PAK?knownAt=9999-01-01T00:00:00Z, 400, knownAt, yet to come",
    "/relationships/IRN-XX, 404, XX, expected",
    "/parties/XX, 404, XX, expected",
    "/updates/test:nothing, 404, test:nothing, known",
    "/publish, 404, gateway, expected"
  })
  void saysToPeopleToWhatIsWrong(String path, int status, String where, String what) {
    HttpResponse<String> page = live.get(path, "Accept", BROWSER);

    assertThat(page.statusCode()).isEqualTo(status);
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
    assertThat(page.body()).contains(where, what);
  }

  @Test
  void saysTheNamesOfCountriesInTheReadersLanguage() {
    String page = live.get("/relationships/IRN-PAK?lang=fa", "Accept", BROWSER).body();

    assertThat(page).contains("dir=\"rtl\"", "ایران", "پاکستان", "/parties/PAK?lang=fa");
  }

  @Test
  void keepsFilesOfThisVersionForEver() {
    String page = live.get("/", "Accept", BROWSER).body();
    String style = page.replaceAll("(?s).*href=\"(/assets/[^\"]+/desk.css)\".*", "$1");

    assertThat(live.get(style).headers().firstValue("Cache-Control").orElse(""))
        .contains("immutable");
    assertThat(live.get(style.replaceAll("/assets/[^/]+", "/assets/0")).statusCode())
        .isEqualTo(404);
  }

  private static String path(String name) {
    return "/updates/" + URLEncoder.encode(uri(name), StandardCharsets.UTF_8);
  }
}
