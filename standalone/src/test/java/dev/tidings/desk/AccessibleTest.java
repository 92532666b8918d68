package dev.tidings.desk;

import static dev.tidings.desk.Newsroom.today;
import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import dev.tidings.fixture.UpdateFixture;
import dev.tidings.update.Effect;
import dev.tidings.update.Mode;
import dev.tidings.update.Position;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody reads with a screen reader, a phone, in the dark, or from right to left. */
@InChromium
class AccessibleTest {

  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private static final List<String> LANGUAGES =
      List.of(
          "html-has-lang", "html-lang-valid", "valid-lang", "target-size", "label", "link-name");

  private static boolean isTold;

  private final Browser browser;
  private final Newsroom newsroom;

  AccessibleTest(Browser browser, Newsroom newsroom) {
    this.browser = browser;
    this.newsroom = newsroom;
  }

  /** Something of all that a page can show. */
  @BeforeEach
  void tell() {
    if (isTold) {
      return;
    }
    newsroom.tell(
        today("a-flash").mode(Mode.SEVERED, "IND", "LKA"),
        today("a-closed").mode(Mode.CLOSES, "IND", "LKA"),
        today("a-treaty")
            .mode(Mode.SIGNED, "IND", "LKA")
            .thread("agreement/a", Effect.BEGINS, "It holds"),
        today("a-treaty-2")
            .mode(Mode.SIGNED, "IND", "LKA")
            .thread("agreement/a", Effect.CHANGES, "It holds less"),
        today("a-over").mode(Mode.ENDED, "IND", "LKA").thread("agreement/b", Effect.ENDS),
        today("a-claim").mode(Mode.CLASH, "IND", "LKA").sectors("REB", "").claimedBy("LKA"),
        today("a-arrest").mode(Mode.ARREST, "IND", "LKA").sectors("COP", "CVL"),
        today("a-denial").mode(Mode.DENIAL, "IND", "LKA").responds("a-claim", Position.DENIES),
        today("a-wrong").visit("IND", "LKA").by("A paper"),
        today("a-libel").visit("IND", "LKA"),
        update("a-past").visit("IND", "LKA").occurred("1970-03"));
    newsroom.tell(today("a-wrong").version(2).visit("IND", "LKA").edNote("A name was wrong"));
    newsroom.kill(UpdateFixture.uri("a-libel"), "Not so");
    browser.until(() -> assertThat(newsroom.json("/notifications?pair=IND-LKA")).contains("kill"));
    isTold = true;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?pair=IND-LKA",
        "/relationships",
        "/relationships/IND-LKA?since=2020-01-01",
        "/relationships/IND-LKA?asOf=2020-01-01#rests-1",
        "/parties",
        "/parties/IND",
        "/updates/test:a-wrong",
        "/updates/test:a-claim",
        "/updates/test:a-libel",
        "/find?q=india",
        "/publish",
        "/publish?correct=test:a-wrong",
        "/publish?kill=test:a-claim",
        "/parties/XX"
      })
  void meetsWcagInTheLightOfADeskAndOnAPhoneInTheDark(String path) {
    browser.expect("status of 40", "status of 50");
    open(path);

    assertThat(violations(axe())).as("light, desk").isEmpty();
    browser.dark(true);
    browser.size(390, 844);
    // Of all the rules, those that colours and a narrow window can break.
    assertThat(violations(axe().withRules(List.of("color-contrast", "target-size"))))
        .as("dark, phone")
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?pair=IND-LKA&lang=fa",
        "/relationships/IND-LKA?lang=ur",
        "/parties/IND?lang=ar",
        "/find?q=هند&lang=ur",
        "/updates/test:a-claim?lang=fa",
        "/publish?lang=ar"
      })
  void meetsWcagFromRightToLeft(String path) {
    open(path);
    browser.size(390, 844);

    assertThat(browser.attribute("html", "dir")).isEqualTo("rtl");
    // Of all the rules, those that another language and direction can break.
    assertThat(violations(axe().withRules(LANGUAGES))).isEmpty();
    assertThat(browser.js("return document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo(true);
  }

  /** Opens a page with all that can be opened on it. */
  private void open(String path) {
    browser.open(newsroom.page(path));
    if (browser.shows("desk-climate")) {
      browser.until(() -> assertThat(browser.attribute("desk-climate", "data-drawn")).isNotNull());
    }
    browser.js("document.querySelectorAll('details').forEach(details => details.open = true)");
  }

  @SuppressWarnings(
      "deprecation") // Its other mode opens a window a time, for frames: we have none.
  private static AxeBuilder axe() {
    return new AxeBuilder().setLegacyMode().withTags(WCAG);
  }

  private List<String> violations(AxeBuilder axe) {
    return axe.analyze(browser.driver()).getViolations().stream()
        .map(AccessibleTest::inWords)
        .toList();
  }

  private static String inWords(Rule rule) {
    return rule.getId()
        + rule.getNodes().stream()
            .map(node -> "%n  %s%n  %s".formatted(node.getHtml(), node.getFailureSummary()))
            .limit(4)
            .toList();
  }
}
