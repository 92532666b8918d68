package dev.tidings.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** More requests than a second may have. */
class TooManyRequestsTest {

  private final Seconds time = new Seconds();
  private final RateLimit limit = new RateLimit(2, 3, time);

  @Test
  void areToldWhenToComeBack() {
    for (int n = 0; n < 3; n++) {
      limit.count("a");
    }

    assertThatThrownBy(() -> limit.count("a"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.problem().status()).isEqualTo(429);
              assertThat(refusal.headers()).containsEntry("Retry-After", "1");
            });
    limit.count("b");
    time.now++;
    limit.count("a");
  }

  @Test
  void takeNoMoreMemoryThanTenThousand() {
    for (int n = 0; n < 20_000; n++) {
      limit.count("address " + n);
    }

    assertThat(limit.known()).isEqualTo(10_000);
  }

  private static final class Seconds implements TimeMeter {
    private long now;

    @Override
    public long currentTimeNanos() {
      return TimeUnit.SECONDS.toNanos(now);
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
