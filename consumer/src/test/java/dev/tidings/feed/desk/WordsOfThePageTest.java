package dev.tidings.feed.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.feed.Sort;
import dev.tidings.notification.Reason;
import dev.tidings.summary.ClaimStatus;
import dev.tidings.summary.Temperature;
import dev.tidings.summary.ThreadState;
import dev.tidings.summary.Trend;
import dev.tidings.update.Doubt;
import dev.tidings.update.Effect;
import dev.tidings.update.Kind;
import dev.tidings.update.KnownSector;
import dev.tidings.update.Position;
import dev.tidings.update.PubStatus;
import dev.tidings.update.Sector;
import dev.tidings.update.Standing;
import dev.tidings.update.WireWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WordsOfThePageTest {

  private static final Path TEMPLATES = Path.of("src/main/jte");
  private static final Path CODE = Path.of("src/main/java/dev/tidings/feed/desk");
  private static final Pattern ASKED =
      Pattern.compile("(?:t|texts\\(\\))\\s*\\.of\\(\\s*\"([^\"]+)\"");

  private static final Texts TEXTS = Texts.in(Locale.ENGLISH);

  static Stream<Arguments> words() {
    return Stream.of(
        Arguments.of("kind.", Kind.values()),
        Arguments.of("standing.", Standing.values()),
        Arguments.of("reason.", Reason.values()),
        Arguments.of("state.", ThreadState.values()),
        Arguments.of("claim.", ClaimStatus.values()),
        Arguments.of("position.", Position.values()),
        Arguments.of("doubt.", Doubt.values()),
        Arguments.of("effect.", Effect.values()),
        Arguments.of("pubStatus.", PubStatus.values()),
        Arguments.of("temperature.", Temperature.values()),
        Arguments.of("trend.", Trend.values()),
        Arguments.of("lane.", Lane.Family.values()),
        Arguments.of("sort.", Sort.values()));
  }

  @ParameterizedTest
  @MethodSource("words")
  void haveOneForEachWordOfTheFormat(String prefix, WireWord[] words) {
    assertThat(Arrays.stream(words).map(word -> TEXTS.of(prefix + word.word())))
        .doesNotContain("")
        .doesNotHaveDuplicates();
  }

  @Test
  void haveOneForEachSector() {
    assertThat(Arrays.stream(KnownSector.values()).map(sector -> TEXTS.of(Sector.of(sector))))
        .containsExactlyElementsOf(
            Arrays.stream(KnownSector.values()).map(KnownSector::inWords).toList())
        .doesNotContain("")
        .doesNotHaveDuplicates();
  }

  @Test
  void haveEachThatATemplateAsksFor() throws IOException {
    Set<String> asked = asked();

    assertThat(asked).hasSizeGreaterThan(100);
    assertThat(asked.stream().filter(key -> !key.endsWith(".")).map(TEXTS::of)).doesNotContain("");
  }

  @Test
  void areInEnglishWhereThereIsNoTranslation() {
    Texts persian = Texts.in(Locale.forLanguageTag("fa"));

    assertThat(persian.language()).isEqualTo(Locale.ENGLISH);
    assertThat(persian.of("now.title")).isEqualTo(TEXTS.of("now.title"));
  }

  @Test
  void sayOneAndManyAsEnglishDoes() {
    assertThat(TEXTS.of("updates", 1)).isEqualTo("1 update");
    assertThat(TEXTS.of("updates", 1_200)).isEqualTo("1,200 updates");
  }

  private static Set<String> asked() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path folder : List.of(TEMPLATES, CODE)) {
      try (Stream<Path> inFolder = Files.list(folder)) {
        files.addAll(inFolder.filter(Files::isRegularFile).toList());
      }
    }
    Set<String> asked = new TreeSet<>();
    for (Path file : files) {
      asked.addAll(
          ASKED
              .matcher(Files.readString(file))
              .results()
              .map((MatchResult found) -> found.group(1))
              .collect(Collectors.toSet()));
    }
    return asked;
  }
}
