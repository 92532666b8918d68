package dev.tidings.feed.syndication;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.feed.LiveFeed;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileHeadlineTest {

  /** All of these are plain text, so that they can be published. */
  private static final List<String> PLAIN =
      List.of(
          "<script>alert(1)</script> & <b>bold</b>",
          "]]> <!-- --> <?php ?> &lt; &amp;#0; %s \\u0000 \"'",
          "=HYPERLINK(\"https://evil.example\",\"click\")",
          "  two  blanks  ",
          "سفر رئیس‌جمهور به پاکستان \u2067isolated\u2069 🚀");

  @Test
  void comesOutAsTheSamePlainText(@TempDir Path folder) {
    try (LiveFeed live =
        LiveFeed.start(
            folder,
            replica ->
                List.of(
                    new Syndication(
                        replica.feed(),
                        null,
                        request -> Optional.empty(),
                        InstantSource.system())))) {
      for (int i = 0; i < PLAIN.size(); i++) {
        live.publish(update("hostile" + i).headline(PLAIN.get(PLAIN.size() - 1 - i)).get());
        live.awaitTold();
      }

      ReadAtom atom = new ReadAtom(live.get("/feed.atom").body());
      assertThat(atom.texts("/feed/entry/title")).isEqualTo(PLAIN);
      assertThat(atom.texts("/feed/entry/title/@type")).containsOnly("text");
      assertThat(new ReadJsonFeed(live.get("/feed.json").body()).all("title")).isEqualTo(PLAIN);
    }
  }

  @Test
  void ofPlainTextThatXmlForbidsIsMarked(@TempDir Path folder) {
    try (LiveFeed live =
        LiveFeed.start(
            folder,
            replica ->
                List.of(
                    new Syndication(
                        replica.feed(),
                        null,
                        request -> Optional.empty(),
                        InstantSource.system())))) {
      live.publish(update("nonsense").headline("a\uFFFEb\uFFFFc").get());
      live.awaitTold();

      ReadAtom atom = new ReadAtom(live.get("/feed.atom").body());
      assertThat(atom.text("/feed/entry/title")).isEqualTo("a�b�c");
      assertThat(new ReadJsonFeed(live.get("/feed.json").body()).all("title"))
          .containsExactly("a�b�c");
    }
  }

  /** Nothing that the producer lets in; but the topic is not checked again. */
  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 0x8, 0x9, 0xA, 0xB, 0xD, 0x1B, 0x7F, 0x85, 0x9F, 0x2028, 0x202A, 0x202E, 0xD800, 0xDFFF,
        0xFFFE, 0xFFFF
      })
  void ofTextThatIsNotPlainIsMarked(int c) {
    try (ServedFeed served = new ServedFeed()) {
      served.tell("a" + Character.toString(c) + "b");

      ReadAtom atom = new ReadAtom(served.get("/feed.atom").body());
      assertThat(atom.text("/feed/entry/title")).isEqualTo("a�b");
      assertThat(new ReadJsonFeed(served.get("/feed.json").body()).all("title"))
          .containsExactly("a�b");
    }
  }

  @Test
  void isNotTheOnlyThingToSurvive() {
    try (ServedFeed served = new ServedFeed()) {
      served.tell(0, "test:%2F?a=b&c=<é*+ \uFFFE", "headline", "2024-01-16T10:00:00Z");

      ReadAtom atom = new ReadAtom(served.get("/feed.atom").body());
      assertThat(atom.text("/feed/entry/id"))
          .isEqualTo(
              "tag:tidings.dev,2026:update/IRN-PAK/"
                  + "test%3A%252F%3Fa%3Db%26c%3D%3C%C3%A9%2A%2B%20%EF%BF%BE");
    }
  }
}
