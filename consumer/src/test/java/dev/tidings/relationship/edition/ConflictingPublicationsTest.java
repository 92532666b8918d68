package dev.tidings.relationship.edition;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.relationship.Histories.asOf;
import static dev.tidings.relationship.Histories.knownAt;
import static dev.tidings.relationship.Histories.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.summary.CountedUpdate;
import dev.tidings.summary.Summary;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.UpdateJson;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One version is published with different contents. */
class ConflictingPublicationsTest {

  @Test
  void areWonByTheLaterOne() {
    Summary summary = asOf("2024-02-01", at(20, "later"), at(8, "earlier"));

    assertThat(summary.recent()).extracting(CountedUpdate::headline).containsExactly("later");
    assertThat(summary.recent().get(0).contested()).isTrue();
    assertThat(summary.revision()).isEqualTo(2);
  }

  @Test
  void ofOneInstantAreWonByTheGreaterHash() {
    List<RelationshipUpdate> contents =
        Stream.of("a", "b", "c", "d").map(headline -> at(8, headline).get()).toList();
    String greatest =
        contents.stream()
            .max(Comparator.comparing(UpdateJson::contentHash))
            .map(RelationshipUpdate::headline)
            .orElseThrow();

    Summary summary = state(contents).summary();

    assertThat(summary.recent()).extracting(CountedUpdate::headline).containsExactly(greatest);
  }

  @Test
  void areNoConflictWhileOnlyOneIsKnown() {
    Summary summary = knownAt("2024-01-16T12:00:00Z", at(20, "later"), at(8, "earlier"));

    assertThat(summary.recent()).extracting(CountedUpdate::headline).containsExactly("earlier");
    assertThat(summary.recent().get(0).contested()).isFalse();
  }

  @Test
  void areOverWithAHigherVersion() {
    Summary summary =
        asOf("2024-02-01", at(8, "one"), at(9, "other"), at(10, "corrected").version(2));

    assertThat(summary.recent()).extracting(CountedUpdate::headline).containsExactly("corrected");
    assertThat(summary.recent().get(0).contested()).isFalse();
  }

  @Test
  void keepTheirSourcesApart() {
    Summary summary = asOf("2024-02-01", at(20, "later").by("irna"), at(8, "earlier").by("dawn"));

    assertThat(summary.recent().get(0).corroboration()).isEqualTo(1);
  }

  @Test
  void countByTheEarliestIssueOfEach() {
    Summary summary = asOf("2024-02-01", at(8, "one"), at(9, "other"), at(7, "other"));

    assertThat(summary.recent()).extracting(CountedUpdate::headline).containsExactly("one");
  }

  private static UpdateFixture at(int hour, String headline) {
    return update("strike").headline(headline).issued("2024-01-16T%02d:00:00Z".formatted(hour));
  }
}
