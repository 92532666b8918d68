package dev.tidings.desk;

import static dev.tidings.desk.Newsroom.today;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.fixture.UpdateFixture;
import org.junit.jupiter.api.Test;

/** An editor looks for something that was reported, by words of its headline. */
@InChromium
class FoundHeadlineTest {

  private final Browser browser;
  private final Newsroom newsroom;

  FoundHeadlineTest(Browser browser, Newsroom newsroom) {
    this.browser = browser;
    this.newsroom = newsroom;
  }

  @Test
  void isFoundByAWord() {
    browser.open(newsroom.page("/find?q=recognise"));

    assertThat(browser.texts("[data-found] .headline"))
        .contains("Iran becomes the first country to recognise Pakistan");
    assertThat(browser.texts("[data-found] .when")).contains("22 August 1947");
  }

  @Test
  void isFoundNoMoreWhenItIsKilled() {
    newsroom.tell(today("zanzibarite").visit("MDG", "MOZ").headline("Zanzibarite was said"));
    browser.open(newsroom.page("/find?q=zanzibarite"));
    assertThat(browser.texts("[data-found] .headline")).containsExactly("Zanzibarite was said");

    newsroom.kill(UpdateFixture.uri("zanzibarite"), "Not so");

    browser.until(
        () -> {
          browser.open(newsroom.page("/find?q=zanzibarite"));
          assertThat(browser.texts("[data-found] .headline")).isEmpty();
        });
    assertThat(browser.text("[data-found]")).contains("Nothing was found");
  }
}
