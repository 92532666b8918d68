package dev.tidings.gateway;

import dev.tidings.wire.KafkaUnusable;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.ProducerFencedException;

/** Kafka did not acknowledge: none of the records is there, or nobody knows. */
final class Unpublished extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean isCertain;

  private Unpublished(String message, Throwable cause, boolean isCertain) {
    super(message, cause);
    this.isCertain = isCertain;
  }

  static Unpublished because(String bootstrap, Throwable failure, boolean isCertain) {
    Throwable cause = failure.getCause();
    boolean wrapped = failure.getClass() == KafkaException.class && cause != null;
    Throwable plain = wrapped && cause != null ? cause : failure;
    return new Unpublished(
        String.valueOf(KafkaUnusable.because(bootstrap, plain).getMessage()), failure, isCertain);
  }

  /** Whether it is known that nothing was published. */
  boolean isCertain() {
    return isCertain;
  }

  /** Whether another producer with the same transactional id has begun since. */
  boolean isFenced() {
    for (Throwable one = getCause(); one != null; one = one.getCause()) {
      if (one instanceof ProducerFencedException
          || one instanceof InvalidProducerEpochException
          || one instanceof InvalidTxnStateException
          || one instanceof InvalidPidMappingException) {
        return true;
      }
    }
    return false;
  }
}
