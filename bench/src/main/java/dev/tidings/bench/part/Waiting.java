package dev.tidings.bench.part;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what other threads bring about. */
final class Waiting {

  private static final long LOOK_EVERY_NANOS = 200_000;

  private Waiting() {}

  /** Waits until it is so; after the seconds it is a failure. */
  static void until(BooleanSupplier done, long seconds) throws InterruptedException {
    if (!within(done, seconds)) {
      throw new IllegalStateException(
          String.format(Locale.ROOT, "it was not done within %d s", seconds));
    }
  }

  /** Waits until it is so, or the seconds are over; gives whether it is so. */
  static boolean within(BooleanSupplier done, long seconds) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      TimeUnit.NANOSECONDS.sleep(LOOK_EVERY_NANOS);
    }
    return true;
  }
}
