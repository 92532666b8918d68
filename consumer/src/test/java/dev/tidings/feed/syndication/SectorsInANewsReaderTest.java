package dev.tidings.feed.syndication;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.update.Mode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A news reader shows what a police force, a company or a newcomer's sector did. */
class SectorsInANewsReaderTest {

  private final ServedFeed served = new ServedFeed();

  @BeforeEach
  void tell() {
    served.tell(update("visit").visit("ESP", "PRT"));
    served.tell(update("arrest").mode(Mode.ARREST, "ESP", "PRT").sectors("COP", "CVL"));
    served.tell(update("brawl").mode(Mode.ATTACK, "ESP", "PRT").sectors("CVL", "CVL"));
    served.tell(update("newer").mode(Mode.COMMENT, "ESP", "PRT").sectors("X<Y>", ""));
  }

  @AfterEach
  void close() {
    served.close();
  }

  @Test
  void areCategoriesOfAtom() {
    ReadAtom atom = atom("/feed.atom");

    assertThat(atom.texts("/feed/entry/category[contains(@scheme,'sector')]/@term"))
        .containsExactly("X<Y>", "CVL", "COP", "CVL");
    assertThat(atom.texts("/feed/entry/category[contains(@scheme,'sector')]/@label"))
        .containsExactly("X<Y>", "private people", "police", "private people");
  }

  @Test
  void areTagsOfJsonFeed() {
    List<String> tags =
        new ReadJsonFeed(served.get("/feed.json?sector=COP").body())
            .items()
            .get(0)
            .get("tags")
            .valueStream()
            .map(tag -> tag.asString())
            .toList();

    assertThat(tags).contains("police", "private people");
  }

  @Test
  void standInTheSummary() {
    assertThat(atom("/feed.atom").texts("/feed/entry/summary"))
        .containsExactly(
            "comment, Spain (X<Y>) to Portugal, 16 January 2024; confirmed.",
            "attack, Spain (private people) to Portugal (private people), 16 January 2024;"
                + " confirmed.",
            "arrest, Spain (police) to Portugal (private people), 16 January 2024; confirmed.",
            "visit, Spain to Portugal, 16 January 2024; confirmed.");
  }

  @Test
  void areWhatTheFeedIsAskedFor() {
    assertThat(atom("/feed.atom?sector=COP,JUD").texts("/feed/entry/title"))
        .containsExactly("headline of arrest");
    assertThat(atom("/feed.atom?sector=state").texts("/feed/entry/title"))
        .containsExactly("headline of visit");
    assertThat(atom("/feed.atom?mute=CVL").texts("/feed/entry/title"))
        .containsExactly("headline of newer", "headline of visit");
  }

  private ReadAtom atom(String path) {
    return new ReadAtom(served.get(path).body());
  }
}
