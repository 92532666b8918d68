package dev.tidings.summarise;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until the test moves it; read by workers on other threads. */
final class TestClock extends Clock {

  private volatile Instant now;

  TestClock(String instant) {
    this.now = Instant.parse(instant);
  }

  void moveTo(String instant) {
    now = Instant.parse(instant);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("the worker knows no other zone than UTC");
  }
}
