package dev.tidings.feed.api;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.party.Relationship;
import dev.tidings.relationship.edition.Story;
import dev.tidings.relationship.edition.Story.Version;
import dev.tidings.relationship.edition.TimelinePosition;
import dev.tidings.update.PubStatus;
import dev.tidings.update.RelationshipUpdate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A page of a timeline whose updates have bodies of 16 KiB. */
class PageOfLargeUpdatesTest {

  private static final int MOST = 500;

  @Test
  void endsWhenItsBodiesAreEnough() {
    // Each body is told twice: in the edition that counts, and in its version.
    assertThat(Timelines.fitting(Collections.nCopies(MOST, story(16 * 1024)))).isEqualTo(32);
  }

  @Test
  void isAsLongAsItsReaderWantsWhereBodiesAreShort() {
    assertThat(Timelines.fitting(Collections.nCopies(MOST, story(100)))).isEqualTo(MOST);
    assertThat(Timelines.fitting(Collections.nCopies(2, story(100)))).isEqualTo(2);
  }

  private static Story story(int characters) {
    RelationshipUpdate told = update("a").body("b".repeat(characters)).get();
    return new Story(
        Relationship.parse("IRN-PAK"),
        new TimelinePosition(
            told.occurred().earliest(),
            told.occurred().latest(),
            told.versionCreated(),
            told.uri()),
        told,
        null,
        1,
        false,
        List.of(new Version(1, told.versionCreated(), PubStatus.USABLE, null, told)));
  }
}
