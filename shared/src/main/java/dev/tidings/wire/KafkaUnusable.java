package dev.tidings.wire;

import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;

/**
 * Kafka is not there, refuses us, or has the wrong topics: the message is one line for a person.
 */
public final class KafkaUnusable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public KafkaUnusable(String message) {
    super(message);
  }

  private KafkaUnusable(String message, Throwable cause) {
    super(message, cause);
  }

  /** Says in one line what Kafka's own failure means. */
  public static KafkaUnusable because(String bootstrap, Throwable failure) {
    if (failure instanceof AuthenticationException) {
      return new KafkaUnusable(
          "Kafka at %s does not accept who we are: %s".formatted(bootstrap, plain(failure)),
          failure);
    }
    if (failure instanceof AuthorizationException) {
      return new KafkaUnusable(
          "Kafka at %s does not allow this: %s".formatted(bootstrap, plain(failure)), failure);
    }
    if (failure instanceof TimeoutException
        || failure instanceof org.apache.kafka.common.errors.TimeoutException) {
      return new KafkaUnusable(
          "no Kafka answers at %s; expected a broker there".formatted(bootstrap), failure);
    }
    return new KafkaUnusable(
        "Kafka at %s cannot be used: %s".formatted(bootstrap, plain(failure)), failure);
  }

  /** Says in one line which record Kafka takes from nobody, however often it is tried. */
  public static KafkaUnusable tooLarge(String topic, String key, Throwable failure) {
    return new KafkaUnusable(
        "the record of %s is too large for %s: %s".formatted(key, topic, plain(failure)), failure);
  }

  private static String plain(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String message =
        root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    return message.lines().findFirst().orElse("").strip();
  }
}
