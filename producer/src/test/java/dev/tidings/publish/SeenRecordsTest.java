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
    IntStream.range(0, 100_000).forEach(i -> assertThat(seen.add(bytes(i))).isTrue());

    assertThat(IntStream.range(0, 100_000).noneMatch(i -> seen.add(bytes(i)))).isTrue();
  }

  private static byte[] bytes(int i) {
    return Integer.toString(i).getBytes(StandardCharsets.UTF_8);
  }
}
