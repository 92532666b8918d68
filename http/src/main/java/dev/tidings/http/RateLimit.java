package dev.tidings.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How many requests each one may send. Of very many, who has been silent longest is forgotten, so
 * that memory is bounded. Safe for use by several threads.
 */
public final class RateLimit {

  private static final int MOST_KNOWN = 10_000;

  private final int perSecond;
  private final int burst;
  private final TimeMeter time;
  private final Map<String, Bucket> buckets = new Recent();

  /**
   * A limit.
   *
   * @param perSecond requests, in the long run
   * @param burst requests at once, after a silence
   */
  public RateLimit(int perSecond, int burst) {
    this(perSecond, burst, TimeMeter.SYSTEM_NANOTIME);
  }

  RateLimit(int perSecond, int burst, TimeMeter time) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.time = time;
  }

  /**
   * Counts a request.
   *
   * @param who a publisher or an address
   * @throws Refusal 429 with {@code Retry-After}, when there were too many
   */
  public void count(String who) {
    ConsumptionProbe probe = bucket(who).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
      throw new Refusal(
          ProblemDetail.of(
              429,
              "Too many requests",
              String.format(
                  Locale.ROOT,
                  "more than %d requests a second; expected the next in %d s",
                  perSecond,
                  seconds)),
          Map.of("Retry-After", Long.toString(seconds)));
    }
  }

  int known() {
    synchronized (buckets) {
      return buckets.size();
    }
  }

  private Bucket bucket(String who) {
    synchronized (buckets) {
      return buckets.computeIfAbsent(who, unknown -> newBucket());
    }
  }

  private Bucket newBucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
        .withCustomTimePrecision(time)
        .build();
  }

  private static final class Recent extends LinkedHashMap<String, Bucket> {
    private static final long serialVersionUID = 1L;

    Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
      return size() > MOST_KNOWN;
    }
  }
}
