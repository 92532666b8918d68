package dev.tidings.wire;

import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;

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
    if (failure instanceof SslAuthenticationException) {
      return new KafkaUnusable(
          String.format(
              Locale.ROOT,
              "Kafka at %s and we cannot trust each other: %s",
              bootstrap,
              tls(failure)),
          failure);
    }
    if (failure instanceof AuthenticationException) {
      return new KafkaUnusable(
          String.format(
              Locale.ROOT, "Kafka at %s does not accept who we are: %s", bootstrap, plain(failure)),
          failure);
    }
    if (failure instanceof AuthorizationException) {
      return new KafkaUnusable(
          String.format(
              Locale.ROOT, "Kafka at %s does not allow this: %s", bootstrap, plain(failure)),
          failure);
    }
    if (failure instanceof TimeoutException
        || failure instanceof org.apache.kafka.common.errors.TimeoutException) {
      return new KafkaUnusable(
          String.format(Locale.ROOT, "no Kafka answers at %s; expected a broker there", bootstrap),
          failure);
    }
    return new KafkaUnusable(
        String.format(Locale.ROOT, "Kafka at %s cannot be used: %s", bootstrap, plain(failure)),
        failure);
  }

  /** Says in one line which record Kafka takes from nobody, however often it is tried. */
  public static KafkaUnusable tooLarge(String topic, String key, Throwable failure) {
    return new KafkaUnusable(
        String.format(
            Locale.ROOT, "the record of %s is too large for %s: %s", key, topic, plain(failure)),
        failure);
  }

  /** Who was not trusted, and why: of all causes, the one that an operator can mend. */
  private static String tls(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateExpiredException) {
        return String.format(Locale.ROOT, "its certificate has expired (%s)", cause.getMessage());
      }
      if (cause instanceof CertificateNotYetValidException) {
        return String.format(
            Locale.ROOT, "its certificate is not valid yet (%s)", cause.getMessage());
      }
    }
    return plain(failure);
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
