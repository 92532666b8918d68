package dev.tidings.broker;

import org.jspecify.annotations.Nullable;

/**
 * The broker cannot start. The message is one line for the user: where, what, and what to do about
 * it. A cause, where there is one, is for the log.
 */
public final class BrokerFailure extends RuntimeException {
  BrokerFailure(String line) {
    this(line, null);
  }

  BrokerFailure(String line, @Nullable Throwable cause) {
    super(Reason.oneLine(line), cause);
  }
}
