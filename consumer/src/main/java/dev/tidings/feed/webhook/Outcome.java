package dev.tidings.feed.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of calling a receiver. */
sealed interface Outcome {

  /** The answer's status; null without one. */
  @Nullable Integer status();

  /** Why it counts as failed; null when it does not. */
  @Nullable String problem();

  /** All of {@link #word}. */
  List<String> WORDS = List.of("taken", "gone", "failed");

  /** For whoever counts them. */
  String word();

  /** It has the message: a status of 2xx. */
  record Taken(Integer status) implements Outcome {
    @Override
    public @Nullable String problem() {
      return null;
    }

    @Override
    public String word() {
      return "taken";
    }
  }

  /** It wants no more messages. */
  record Gone() implements Outcome {
    static final int STATUS = 410;

    @Override
    public Integer status() {
      return STATUS;
    }

    @Override
    public String problem() {
      return "status 410: it wants no more";
    }

    @Override
    public String word() {
      return "gone";
    }
  }

  /**
   * It may have the message, and should get it again.
   *
   * @param retryAfter for which it wants to be left alone
   */
  record Failed(@Nullable Integer status, String problem, Optional<Duration> retryAfter)
      implements Outcome {
    @Override
    public String word() {
      return "failed";
    }
  }
}
