package dev.tidings.relationship.timeline;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.fixture.UpdateFixture.uri;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.party.Relationship;
import dev.tidings.relationship.RelationshipState;
import dev.tidings.relationship.edition.Story;
import dev.tidings.relationship.edition.TimelinePosition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A timeline on which little is wanted, or on which updates have very long texts. */
class LongTimelineTest {

  private final RelationshipState state = new RelationshipState(Relationship.parse("IRN-PAK"));

  @Test
  void isLookedThroughInSeveralAnswers() {
    publish(1_000, "x".repeat(16_000));
    AtomicInteger looked = new AtomicInteger();

    TimelinePage page =
        state.timeline(
            null,
            LocalDate.MIN,
            candidate -> {
              looked.incrementAndGet();
              return isFirst(candidate);
            },
            10);

    assertThat(page.stories()).isEmpty();
    assertThat(looked.get()).isBetween(500, 600);
    TimelinePage rest = state.timeline(page.next(), LocalDate.MIN, LongTimelineTest::isFirst, 10);
    assertThat(rest.stories()).extracting(Story::uri).containsExactly(uri("0"));
    assertThat(rest.next()).isNull();
  }

  @Test
  void hasEveryUpdateOnOneOfItsPages() {
    publish(1_000, "short");
    List<String> uris = new ArrayList<>();
    TimelinePosition after = null;
    do {
      TimelinePage page = state.timeline(after, LocalDate.MIN, candidate -> true, 300);
      page.stories().forEach(story -> uris.add(story.uri()));
      after = page.next();
    } while (after != null);

    assertThat(uris).hasSize(1_000).doesNotHaveDuplicates();
  }

  @Test
  void staysAsItWasForWhoHasASnapshot() {
    publish(10, "short");
    RelationshipState before = state.snapshot();
    String summary = before.summary().toString();

    publish(20, "short");

    assertThat(before.summary()).hasToString(summary);
    assertThat(before.timeline(null, LocalDate.MIN, candidate -> true, 100).stories()).hasSize(10);
    assertThat(state.timeline(null, LocalDate.MIN, candidate -> true, 100).stories()).hasSize(20);
  }

  private static boolean isFirst(StoryCandidate candidate) {
    return candidate.place().uri().equals(uri("0"));
  }

  private void publish(int count, String body) {
    for (int i = 0; i < count; i++) {
      state.add(update(Integer.toString(i)).get().toBuilder().body(body).build());
    }
  }
}
