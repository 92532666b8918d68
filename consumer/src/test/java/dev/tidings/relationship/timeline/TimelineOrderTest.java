package dev.tidings.relationship.timeline;

import static dev.tidings.fixture.UpdateFixture.update;
import static dev.tidings.fixture.UpdateFixture.uri;
import static dev.tidings.relationship.Histories.asOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.relationship.Histories;
import dev.tidings.summary.CountedUpdate;
import dev.tidings.summary.Summary;
import dev.tidings.update.Kind;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Updates on imprecise dates. */
class TimelineOrderTest {

  @Test
  void isByTheEarliestDayThenTheLatest() {
    Summary summary =
        asOf(
            "2024-12-31",
            update("year").occurred("2024"),
            update("day").occurred("2024-01-01"),
            update("open").occurred("2024-01-01/.."),
            update("month").occurred("2024-01~"),
            update("decade").occurred("202X"),
            update("spring").occurred("2024-21"),
            update("march").occurred("2024-03-01/2024-03-02?"));

    assertThat(summary.recent())
        .extracting(CountedUpdate::uri)
        .containsExactly(
            uri("spring"),
            uri("march"),
            uri("open"),
            uri("year"),
            uri("month"),
            uri("day"),
            uri("decade"));
    assertThat(summary.firstOccurred()).hasToString("202X");
    assertThat(summary.lastOccurred()).hasToString("2024-21");
    assertThat(summary.latest().values())
        .extracting(CountedUpdate::uri)
        .containsExactly(uri("spring"));
  }

  @Test
  void ofOneDateIsByIssueThenUri() {
    Summary summary =
        asOf(
            "2024-12-31",
            update("b").issued("2024-01-16T09:00:00Z"),
            update("a").issued("2024-01-16T09:00:00Z"),
            update("c").issued("2024-01-16T08:00:00Z"));

    assertThat(summary.recent())
        .extracting(CountedUpdate::uri)
        .containsExactly(uri("b"), uri("a"), uri("c"));
  }

  @Test
  void listsTheLastTen() {
    Summary summary =
        Histories.state(
                IntStream.rangeClosed(10, 25)
                    .mapToObj(day -> update("d" + day).occurred("2024-01-" + day).get())
                    .toList())
            .summary();

    assertThat(summary.recent()).hasSize(10);
    assertThat(summary.recent().get(0).uri()).isEqualTo(uri("d25"));
    assertThat(summary.recent().get(9).uri()).isEqualTo(uri("d16"));
    assertThat(summary.counts()).containsEntry(Kind.VISIT, 16);
  }
}
