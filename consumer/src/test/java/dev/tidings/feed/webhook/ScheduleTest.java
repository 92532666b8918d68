package dev.tidings.feed.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

  private static final Schedule EXACT = new Schedule(Schedule.STANDARD.pauses(), 0);

  @Test
  void triesTenTimesOverThreeDays() {
    Duration whole = EXACT.pauses().stream().reduce(Duration.ZERO, Duration::plus);

    assertThat(EXACT.pauses()).hasSize(9);
    assertThat(whole).isEqualTo(Duration.ofHours(75).plusMinutes(35).plusSeconds(5));
    assertThat(EXACT.pauseAfter(9, Optional.empty())).contains(Duration.ofHours(24));
    assertThat(EXACT.pauseAfter(10, Optional.empty())).isEmpty();
  }

  @Test
  void isNeverEarlyAndOnlyALittleLate() {
    for (int i = 0; i < 100; i++) {
      assertThat(Schedule.STANDARD.pauseAfter(3, Optional.empty()).orElseThrow())
          .isBetween(Duration.ofMinutes(30), Duration.ofMinutes(33));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 60, 60",
    "2, 60, 300",
    "1, 0, 5",
    "1, 86400, 86400",
    "1, 999999999999, 86400",
  })
  void waitsAsLongAsItIsAskedToButNoLongerThanADay(int failures, long asked, long waits) {
    assertThat(EXACT.pauseAfter(failures, Optional.of(Duration.ofSeconds(asked))))
        .contains(Duration.ofSeconds(waits));
  }

  @Test
  void readsRetryAfterInSecondsAndAsADate() {
    Instant now = Instant.parse("2024-01-16T12:00:00Z");

    assertThat(Sending.pause("120", now)).contains(Duration.ofMinutes(2));
    assertThat(Sending.pause("Tue, 16 Jan 2024 12:01:00 GMT", now)).contains(Duration.ofMinutes(1));
    assertThat(Sending.pause("Tue, 16 Jan 2024 11:01:00 GMT", now)).isEmpty();
    assertThat(Sending.pause("soon", now)).isEmpty();
    assertThat(Sending.pause("-5", now)).isEmpty();
    assertThat(Sending.pause("99999999999999999999999", now)).isEmpty();
    assertThat(Sending.pause(null, now)).isEmpty();
  }
}
