package dev.tidings.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In which language names are given. */
class LanguageOfAReaderTest {

  private static final Set<Locale> FOUND = Collections.synchronizedSet(new HashSet<>());

  private static HttpServer server;

  @BeforeAll
  static void start() {
    Routes part =
        routes ->
            routes.get(
                "/",
                request -> {
                  Parameters asked = Parameters.of(request);
                  Locale language = Language.of(request, asked);
                  asked.check();
                  FOUND.add(language);
                  Answer.json(request, 200, Map.of("language", language.toLanguageTag()));
                });
    server = HttpServer.start(HttpServer.Settings.at("127.0.0.1", 0), List.of(part));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "fa, fa",
    "FA-ir, fa-IR",
    "zh-Hant, zh-Hant",
    "sr-Latn-XX, sr-Latn",
    "iw, he",
    "de-1901, de",
    "fa-u-nu-latn, fa",
    "en-x-anything, en",
    "fa-x-anything, fa",
    "xx, en",
    "x-anything, en"
  })
  void isOneThatIsKnown(String asked, String found) throws IOException {
    assertThat(asked("/?lang=" + asked).body()).contains("\"" + found + "\"");
  }

  @Test
  void isNeverMadeFromWhatARequestSays() throws IOException {
    FOUND.clear();

    for (int i = 0; i < 50; i++) {
      asked("/?lang=fa-x-v%d".formatted(i));
      asked("/?lang=fa-variant%d".formatted(10 + i % 50));
      asked("/?lang=fa-u-va-v%d".formatted(100 + i));
    }

    assertThat(FOUND).isEqualTo(Set.of(Locale.forLanguageTag("fa")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"f", "123", "fa_IR", "-", "a-much-too-long-subtag-it-is"})
  void isRefusedWhenItIsNoTag(String tag) throws IOException {
    assertThat(asked("/?lang=" + tag).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "'fa, en;q=0.5', fa",
    "'xx, tr;q=0.5', tr",
    "'en;q=0.5, fa', fa",
    "'zh-Hant-TW', zh-Hant-TW",
    "'nonsense;;', en",
    "'*', en",
    "'fa;q=0, de', de",
    "'iw', he",
    "'i-klingon, no-bok', nb"
  })
  void isTheOneThatTheHeaderPrefers(String header, String found) throws IOException {
    assertThat(asked("/", "Accept-Language: " + header).body()).contains("\"" + found + "\"");
  }

  @Test
  void isLookedForAmongTheFirstTenOfTheHeader() throws IOException {
    String nine = "xx, ".repeat(9);

    assertThat(asked("/", "Accept-Language: " + nine + "fa").body()).contains("\"fa\"");
    assertThat(asked("/", "Accept-Language: xx, " + nine + "fa").body()).contains("\"en\"");
  }

  /** Ten ranges of Java's own parser and lookup take a second for some of these. */
  @ParameterizedTest
  @ValueSource(strings = {"sgn-us", "sgn-be-fr", "art-lojban", "i-klingon", "zh-min-nan", "yu"})
  void isFoundInAHeaderThatIsMadeToTakeLong(String start) throws IOException {
    String hostile =
        IntStream.range(0, 9)
            .mapToObj(i -> start + "-bu-dd-%d-fx-%d-tp,".formatted(1_000 + i, 2_000 + i))
            .collect(Collectors.joining());

    assertThat(asked("/", "Accept-Language: " + hostile + "fa").body()).contains("\"fa\"");
  }

  @Test
  void isFoundBesideARangeThatIsTooLong() throws IOException {
    assertThat(asked("/", "Accept-Language: de-" + "a".repeat(60) + ", fa").body())
        .contains("\"fa\"");
  }

  private static Wire.Said asked(String path, String... fields) throws IOException {
    return Wire.send(server, "GET " + path, Wire.local(fields));
  }
}
