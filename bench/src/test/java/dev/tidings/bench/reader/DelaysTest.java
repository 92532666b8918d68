package dev.tidings.bench.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DelaysTest {

  private static final long MINUTE = 60_000_000_000L;

  @Test
  void theWorstOfAHundredIsAPercentile() throws InterruptedException {
    Delays delays = new Delays(100);
    for (int i = 0; i < 100; i++) {
      delays.sent(i, System.nanoTime() - (i == 40 ? 2 : 1) * MINUTE);
      delays.arrived(i);
    }

    assertThat(delays.percentile(50)).isBetween(60_000.0, 119_000.0);
    assertThat(delays.percentile(99)).isGreaterThanOrEqualTo(120_000);
  }

  @Test
  void whatArrivesTwiceArrivedTheFirstTime() throws InterruptedException {
    Delays delays = new Delays(1);
    delays.sent(0, System.nanoTime());
    delays.arrived(0);
    delays.sent(0, System.nanoTime() - MINUTE);
    delays.arrived(0);

    assertThat(delays.percentile(99)).isLessThan(60_000);
  }

  @Test
  void whatNeverArrivesIsAsLateAsTheWaiting() throws InterruptedException {
    Delays delays = new Delays(1);
    delays.sent(0, System.nanoTime() - MINUTE);

    delays.await(0);

    assertThat(delays.percentile(99)).isGreaterThanOrEqualTo(60_000);
  }
}
