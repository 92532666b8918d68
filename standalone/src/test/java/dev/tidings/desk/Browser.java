package dev.tidings.desk;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium without a screen, with a profile that nobody used before. */
final class Browser implements AutoCloseable {

  private static final String CHROMIUM =
      Objects.requireNonNullElse(System.getenv("CHROME_BIN"), "/usr/bin/chromium");
  private static final String DRIVER = "/usr/bin/chromedriver";

  /** Of what is not itself said to be quick: a machine may be busy. */
  private static final Duration LONG = Duration.ofSeconds(30);

  private final ChromeDriver driver;
  private final String first;
  private List<String> expected = List.of();

  private Browser(ChromeDriver driver) {
    this.driver = driver;
    this.first = driver.getWindowHandle();
  }

  /** Why there is no browser here; nothing, when there is one. */
  static Optional<String> missing() {
    for (String needed : List.of(CHROMIUM, DRIVER)) {
      if (!Files.isExecutable(Path.of(needed))) {
        return Optional.of(
            "no %s; expected Debian's chromium and chromium-driver, or CHROME_BIN"
                .formatted(needed));
      }
    }
    return Optional.empty();
  }

  static Browser withScripts() {
    return start(Map.of());
  }

  /** One whose reader has turned JavaScript off. */
  static Browser withoutScripts() {
    return start(Map.of("profile.managed_default_content_settings.javascript", 2));
  }

  private static Browser start(Map<String, Object> preferences) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=en",
        "--window-size=1100,900");
    options.setExperimentalOption("prefs", preferences);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(new File(DRIVER))
            .usingAnyFreePort()
            .withSilent(true)
            .build();
    return new Browser(new ChromeDriver(service, options));
  }

  ChromeDriver driver() {
    return driver;
  }

  void open(String address) {
    driver.get(address);
  }

  String address() {
    return Objects.requireNonNull(driver.getCurrentUrl());
  }

  @Nullable Object js(String script, @Nullable Object... values) {
    return driver.executeScript(script, values);
  }

  /** The text that a reader sees in the first element, and nothing where there is none. */
  String text(String css) {
    return (String)
        Objects.requireNonNull(
            js("return document.querySelector(arguments[0])?.innerText ?? ''", css));
  }

  /** The same of all elements that can be seen. */
  @SuppressWarnings("unchecked")
  List<String> texts(String css) {
    return (List<String>)
        Objects.requireNonNull(
            js(
                "return [...document.querySelectorAll(arguments[0])]"
                    + ".filter(e => e.checkVisibility()).map(e => e.innerText)",
                css));
  }

  @Nullable String attribute(String css, String name) {
    return (String)
        js("return document.querySelector(arguments[0])?.getAttribute(arguments[1])", css, name);
  }

  boolean shows(String css) {
    return Boolean.TRUE.equals(
        js("return document.querySelector(arguments[0])?.checkVisibility() ?? false", css));
  }

  WebElement element(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  /** Clicks, where a reader who wants to would have scrolled it to: away from what is fixed. */
  void click(String css) {
    js("document.querySelector(arguments[0])?.scrollIntoView({ block: 'center' })", css);
    element(css).click();
  }

  /** The same at a place on it: from 0, its left end, to 1, its right end. */
  void click(String css, double at) {
    js("document.querySelector(arguments[0])?.scrollIntoView({ block: 'center' })", css);
    WebElement element = element(css);
    int fromTheMiddle = (int) Math.round((at - 0.5) * element.getSize().getWidth());
    new Actions(driver).moveToElement(element, fromTheMiddle, 0).click().perform();
  }

  /** Puts a text in the place of what a field has. */
  void fill(String css, String text) {
    WebElement field = element(css);
    field.clear();
    field.sendKeys(text);
  }

  /** Sets a field that no keyboard fills alike everywhere, such as a date, as a reader would. */
  void set(String css, String value) {
    js(
        "const field = document.querySelector(arguments[0]); field.value = arguments[1];"
            + "for (const type of ['input', 'change'])"
            + " field.dispatchEvent(new Event(type, { bubbles: true }));",
        css,
        value);
  }

  /** Presses keys wherever the reader is. */
  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  void press(Keys... keys) {
    press((CharSequence[]) keys);
  }

  /** Waits until something is so. */
  void until(ThrowingRunnable claim) {
    await().atMost(LONG).pollInterval(Duration.ofMillis(20)).untilAsserted(claim);
  }

  void size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  void dark(boolean isDark) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", isDark ? "dark" : "light"))));
  }

  /** Cuts the window from every server, or joins it again. */
  void offline(boolean isOffline) {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand(
        "Network.emulateNetworkConditions",
        Map.of(
            "offline", isOffline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
  }

  /** Opens another window and goes there; gives the one that was left. */
  String otherWindow(String address) {
    String left = driver.getWindowHandle();
    driver.switchTo().newWindow(WindowType.WINDOW);
    open(address);
    return left;
  }

  void to(String window) {
    driver.switchTo().window(window);
  }

  /** Leaves one window, on no page: the next test's server may be another. */
  void tidy() {
    for (String window : driver.getWindowHandles()) {
      if (!window.equals(first)) {
        to(window);
        driver.close();
      }
    }
    to(first);
    open("about:blank");
    driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    dark(false);
  }

  /** What a test brings about by intent is no complaint: a part of its line. */
  void expect(String... parts) {
    expected = List.of(parts);
  }

  /** Errors in the browser's log since they were asked for last. */
  List<String> complaints() {
    List<String> all =
        driver.manage().logs().get(LogType.BROWSER).getAll().stream()
            .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
            .map(entry -> entry.getMessage())
            .filter(line -> expected.stream().noneMatch(line::contains))
            .toList();
    expected = List.of();
    return all;
  }

  @Override
  public void close() {
    driver.quit();
  }
}
