package dev.tidings.gateway;

import dev.tidings.http.ProblemDetail;
import dev.tidings.http.Refusal;
import java.util.concurrent.CountDownLatch;

/** What tests do with threads and refusals. */
final class Waiting {

  private Waiting() {}

  static void on(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static ProblemDetail refusalOf(Runnable work) {
    try {
      work.run();
    } catch (Refusal e) {
      return e.problem();
    }
    throw new AssertionError("nothing was refused");
  }
}
