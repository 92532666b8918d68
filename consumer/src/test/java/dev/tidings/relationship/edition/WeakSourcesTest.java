package dev.tidings.relationship.edition;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.update.Doubt.MACHINE_CODED;
import static dev.tidings.update.Doubt.NOT_ROOT;
import static dev.tidings.update.Doubt.SINGLE_SOURCE;
import static dev.tidings.update.Doubt.UNTYPED_ACTOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.update.Doubt;
import dev.tidings.update.Source;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much an update counts as, in thousandths of a report. */
class WeakSourcesTest {

  @ParameterizedTest
  @MethodSource
  void countForLessOnceForEachDoubt(List<Doubt> doubts, int reports) {
    assertThat(reports(reported(source("a", doubts)))).isEqualTo(reports);
  }

  static Stream<Arguments> countForLessOnceForEachDoubt() {
    return Stream.of(
        Arguments.of(List.of(), 1_000),
        Arguments.of(List.of(MACHINE_CODED), 1_000),
        Arguments.of(List.of(NOT_ROOT), 500),
        Arguments.of(List.of(SINGLE_SOURCE), 500),
        Arguments.of(List.of(UNTYPED_ACTOR), 500),
        Arguments.of(List.of(NOT_ROOT, NOT_ROOT), 500),
        Arguments.of(List.of(MACHINE_CODED, NOT_ROOT, SINGLE_SOURCE), 250),
        Arguments.of(List.of(Doubt.values()), 125));
  }

  @Test
  void ofSeveralFamiliesAddUp() {
    int reports =
        reports(reported(source("a", List.of(NOT_ROOT)), source("b", List.of(SINGLE_SOURCE))));

    assertThat(reports).isEqualTo(1_000);
  }

  @Test
  void ofOneFamilyCountAsTheBestOfThem() {
    Source inPassing = new Source("Dawn", null, "dawn-media", List.of(NOT_ROOT));
    Source inFull = new Source("Dawn News TV", null, "dawn-media");

    assertThat(reports(reported(inPassing, inFull))).isEqualTo(1_000);
    assertThat(reports(reported(inFull, inPassing))).isEqualTo(1_000);
  }

  @Test
  void thatAreManyCountAsThreeReportsAtMost() {
    UpdateFixture four = update("a").reported().by("a", "b", "c", "d");

    assertThat(reports(four)).isEqualTo(3_000);
  }

  @Test
  void ofAnotherReportAreAddedWhenItIsKnown() {
    UpdateFixture one = reported(source("a", List.of(NOT_ROOT)));
    UpdateFixture other = update("a").reported().by("b").issued("2024-01-18T00:00:00Z");

    assertThat(reports(one, other)).isEqualTo(1_500);
    assertThat(reports("2024-01-17T00:00:00Z", one, other)).isEqualTo(500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-01-16T23:59:59Z", "2024-01-18T00:00:00Z"})
  void areBetterOnceThereIsAReportOfTheSameSourceWithoutDoubts(String issued) {
    UpdateFixture weak = reported(source("a", List.of(NOT_ROOT)));
    UpdateFixture better = update("a").reported().by("a").issued(issued);

    assertThat(reports(weak, better)).isEqualTo(1_000);
    assertThat(reports(better, weak)).isEqualTo(1_000);
  }

  @Test
  void areOneReportWhereNoneIsNamed() {
    assertThat(reports(update("a").reported())).isEqualTo(1_000);
  }

  @Test
  void doNotMatterWhereADeskConfirms() {
    assertThat(reports(update("a"))).isEqualTo(3_000);
    assertThat(reports(update("a").from(source("a", List.of(Doubt.values()))))).isEqualTo(3_000);
  }

  @Test
  void doNotMatterToAClaimWhichCountsOnceItIsConfirmed() {
    assertThat(reports(update("a").claimedBy("IRN").from(source("a", List.of(NOT_ROOT)))))
        .isEqualTo(3_000);
  }

  private static UpdateFixture reported(Source... sources) {
    return update("a").reported().from(sources);
  }

  private static Source source(String name, List<Doubt> doubts) {
    return new Source(name, null, null, doubts);
  }

  private static int reports(UpdateFixture... published) {
    return reports("2099-12-31T00:00:00Z", published);
  }

  private static int reports(String knownAt, UpdateFixture... published) {
    UpdateVersions versions = null;
    for (UpdateFixture update : published) {
      versions = UpdateVersions.add(versions, update.get()).versions();
    }
    return Objects.requireNonNull(versions).resolve(Instant.parse(knownAt))
            instanceof Current counts
        ? counts.reports()
        : 0;
  }
}
