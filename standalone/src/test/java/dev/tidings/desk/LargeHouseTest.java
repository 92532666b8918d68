package dev.tidings.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Thousands of relationships are known, and thousands of updates in one of them. */
@InChromium
class LargeHouseTest {

  private static final int UPDATES = 5_000;
  private static final int MOST_BYTES = 100_000;

  @SuppressWarnings("unused") // JUnit takes it by its name.
  private static final List<String> PAGES = LargeHouse.PAGES;

  private static LargeHouse house;

  private final Browser browser;

  LargeHouseTest(Browser browser) {
    this.browser = browser;
  }

  @BeforeAll
  static void start() throws IOException {
    house = LargeHouse.start(2_000, UPDATES);
  }

  @AfterAll
  static void stop() throws IOException {
    house.close();
  }

  @ParameterizedTest
  @FieldSource("PAGES")
  void comesInOneRoundTripOfLessThan100Kilobytes(String path) {
    HttpResponse<String> page = house.get(path);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(LargeHouse.bytes(page)).isLessThan(MOST_BYTES);
    assertThat(page.body()).contains("</html>");
  }

  @Test
  void hasItsContentInTheFirstAnswer() {
    Map.of(
            "/", "What was reported as number",
            "/relationships", " relationships</p>",
            "/relationships/CHN-USA", "What was reported as number " + (UPDATES - 1),
            "/parties/AFG", "United States",
            "/parties", "China",
            "/updates/test:large-500", "What was reported as number 500,")
        .forEach((path, content) -> assertThat(house.get(path).body()).as(path).contains(content));
  }

  @ParameterizedTest
  @FieldSource("LISTS")
  void isReadPageByPage(String path) {
    String first = house.get(path).body();
    String next = link(first);

    String second = house.get(next).body();

    assertThat(link(second)).as("a third page").isNotEqualTo(next);
    assertThat(house.get(link(second)).statusCode()).isEqualTo(200);
  }

  @SuppressWarnings("unused") // JUnit takes it by its name.
  private static final List<String> LISTS =
      List.of("/relationships", "/relationships/CHN-USA", "/parties/AFG");

  @Test
  void showsAllOfWhatIsInForceToWhoeverWantsIt() {
    browser.open(house.page("/relationships/CHN-USA"));
    assertThat(browser.texts("#in-force .threads > li")).hasSize(20);

    browser.click("#in-force .more a");

    browser.until(() -> assertThat(browser.texts("#in-force .threads > li")).hasSize(100));
  }

  @Test
  void asksForAFewHundredPointsToDrawItsChart() {
    browser.open(house.page("/relationships/CHN-USA"));
    browser.until(() -> assertThat(browser.attribute("desk-climate", "data-drawn")).isNotNull());

    Object asked =
        browser.js(
            "return performance.getEntriesByType('resource').map(entry => entry.name)"
                + ".filter(name => name.includes('/climate')).join()");

    assertThat(String.valueOf(asked)).contains("points=300");
    assertThat(Integer.parseInt(String.valueOf(browser.attribute("desk-climate", "data-drawn"))))
        .isBetween(200, 500);
    assertThat((Long) browser.js("return document.querySelectorAll('*').length")).isLessThan(3000L);
  }

  /** Where the next page is, as the page says. */
  private static String link(String page) {
    Matcher found =
        Pattern.compile("<a (?=[^>]*rel=\"next\")[^>]*href=\"([^\"#]+)[^\"]*\"").matcher(page);
    assertThat(found.find()).as(page).isTrue();
    return found.group(1).replace("&amp;", "&");
  }
}
