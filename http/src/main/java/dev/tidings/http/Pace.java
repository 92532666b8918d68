package dev.tidings.http;

import java.time.Duration;
import java.util.Locale;

/**
 * How slow clients may be, and how much may wait for them.
 *
 * @param bodyRate least bytes/s of a request's body, once the grace is over
 * @param answerRate least bytes/s at which an answer is read, once the grace is over
 * @param grace also the time in which a request's head must be there
 * @param mostHeld bytes of bodies and answers of all clients together
 */
public record Pace(long bodyRate, long answerRate, Duration grace, long mostHeld) {

  private static final int OF_THE_HEAP = 4;

  public Pace {
    if (bodyRate < 1 || answerRate < 1 || mostHeld < 1 || grace.isNegative() || grace.isZero()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d and %d bytes/s after %s, %d bytes held; expected all above 0",
              bodyRate,
              answerRate,
              grace,
              mostHeld));
    }
  }

  /** Bodies at 100 bytes/s and answers at 1 KiB/s after 10 s; a quarter of the heap. */
  public static Pace usual() {
    return new Pace(
        100, 1024, Duration.ofSeconds(10), Runtime.getRuntime().maxMemory() / OF_THE_HEAP);
  }
}
