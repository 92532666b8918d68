package dev.tidings.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.openqa.selenium.OutputType;

/** Pictures of the main pages, of the bundled history and nothing else. */
final class Screenshots {

  private static final Map<String, String> PAGES =
      new TreeMap<>(
          Map.of(
              "now", "/",
              "relationship", "/relationships/IRN-PAK?asOf=2025-06-20&knownAt=2025-06-22T12:00:00Z",
              "party", "/parties/PAK"));

  private Screenshots() {}

  /** Writes them to a folder. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    try (Newsroom newsroom = Newsroom.start();
        Browser browser = Browser.withScripts()) {
      for (Map.Entry<String, String> page : PAGES.entrySet()) {
        for (String look : new String[] {"light", "dark", "phone"}) {
          show(browser, newsroom.page(page.getValue()), look);
          Files.write(
              folder.resolve(page.getKey() + "-" + look + ".png"),
              browser.driver().getScreenshotAs(OutputType.BYTES));
        }
      }
    }
  }

  private static void show(Browser browser, String address, String look) {
    if (look.equals("phone")) {
      browser.size(390, 844);
    } else {
      browser.size(1000, 800);
    }
    browser.driver().executeCdpCommand("Emulation.setScrollbarsHidden", Map.of("hidden", true));
    browser.dark(look.equals("dark"));
    browser.open(address);
    browser.until(() -> assertThat(browser.text("[data-stream]")).isEqualTo("Live"));
    if (browser.shows("desk-climate")) {
      browser.until(() -> assertThat(browser.attribute("desk-climate", "data-drawn")).isNotNull());
      browser.js("scrollTo(0, document.querySelector('#summary').offsetTop - 8)");
    }
  }
}
