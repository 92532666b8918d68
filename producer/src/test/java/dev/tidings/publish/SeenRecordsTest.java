package dev.tidings.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The memory of what was published in this run. */
class SeenRecordsTest {

  @Test
  void knowsEveryRecordAgainHoweverManyThereAre() {
    SeenRecords seen = new SeenRecords();
    IntStream.range(0, 100_000).forEach(i -> assertThat(seen.add(record(i))).isTrue());

    assertThat(IntStream.range(0, 100_000).noneMatch(i -> seen.add(record(i)))).isTrue();
  }

  private static SeenRecords.Identity record(int i) {
    return SeenRecords.Identity.of(Integer.toString(i).getBytes(StandardCharsets.UTF_8));
  }
}
