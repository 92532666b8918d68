package dev.tidings.publish;

import dev.tidings.wire.KafkaUnusable;
import dev.tidings.wire.Role;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends records to Kafka, and says of each statement when all in-sync replicas have it.
 *
 * <p>One record goes out by itself; several that belong together go out in one transaction, which
 * {@code read_committed} readers see whole or not at all. After a failure nothing more is sent:
 * each method then throws {@link KafkaUnusable} with the first failure.
 *
 * <p>For one thread; acknowledgements come in another.
 */
public final class Publisher implements AutoCloseable {

  private static final Duration CLOSE = Duration.ofSeconds(10);

  private final Map<String, Object> settings;
  private final String bootstrap;
  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
  private @Nullable KafkaProducer<byte[], byte[]> transactional;

  /**
   * Opens a connection.
   *
   * @param client Kafka client properties, {@code bootstrap.servers} among them. {@code acks},
   *     idempotence, serializers and transactions are decided here; the rest may be set
   * @throws KafkaUnusable at once when the properties are wrong
   */
  public Publisher(Map<String, Object> client) {
    settings = settings(client);
    bootstrap = String.valueOf(client.get(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG));
    producer = open(settings);
  }

  /**
   * Sends what one statement became; a single record returns before it is acknowledged.
   *
   * @param acknowledged called once, when Kafka has all of the records; must not block
   */
  public void publish(List<ProducerRecord<byte[], byte[]>> records, Runnable acknowledged) {
    throwFailure();
    try {
      if (records.size() == 1) {
        send(records.get(0), acknowledged);
      } else {
        transaction(records);
        acknowledged.run();
      }
    } catch (KafkaException e) {
      failure.compareAndSet(null, e);
      throwFailure();
    }
  }

  /** Waits until all is acknowledged, or failed: at most {@code delivery.timeout.ms}. */
  public void flush() {
    producer.flush();
    throwFailure();
  }

  /** Waits up to 10 s for what is under way; what is acknowledged by then stays. */
  @Override
  public void close() {
    producer.close(CLOSE);
    if (transactional != null) {
      transactional.close(CLOSE);
    }
  }

  private void send(ProducerRecord<byte[], byte[]> record, Runnable acknowledged) {
    Future<RecordMetadata> unused =
        producer.send(
            record,
            (metadata, failed) -> {
              if (failed == null) {
                acknowledged.run();
              } else {
                failure.compareAndSet(null, failed);
              }
            });
  }

  private void transaction(List<ProducerRecord<byte[], byte[]>> records) {
    KafkaProducer<byte[], byte[]> sender = transactional();
    sender.beginTransaction();
    try {
      for (ProducerRecord<byte[], byte[]> record : records) {
        // What fails here fails the commit.
        Future<RecordMetadata> unused = sender.send(record);
      }
      sender.commitTransaction();
    } catch (KafkaException e) {
      abort(sender, e);
      throw e;
    }
  }

  /** Kafka itself aborts, after the transaction's timeout, what cannot be aborted here. */
  private static void abort(KafkaProducer<byte[], byte[]> sender, KafkaException because) {
    try {
      sender.abortTransaction();
    } catch (KafkaException e) {
      because.addSuppressed(e);
    }
  }

  private KafkaProducer<byte[], byte[]> transactional() {
    if (transactional == null) {
      Map<String, Object> own = new HashMap<>(settings);
      own.put(
          ProducerConfig.TRANSACTIONAL_ID_CONFIG, Role.PUBLISH.transactions() + UUID.randomUUID());
      own.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 30_000);
      transactional = open(own);
      transactional.initTransactions();
    }
    return transactional;
  }

  private void throwFailure() {
    Exception failed = failure.get();
    if (failed != null) {
      Throwable cause = failed.getCause();
      boolean wrapped = failed.getClass() == KafkaException.class;
      throw KafkaUnusable.because(bootstrap, wrapped && cause != null ? cause : failed);
    }
  }

  private KafkaProducer<byte[], byte[]> open(Map<String, Object> own) {
    try {
      return new KafkaProducer<>(own);
    } catch (KafkaException e) {
      throw KafkaUnusable.because(bootstrap, e);
    }
  }

  private static Map<String, Object> settings(Map<String, Object> client) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    // So that each of nearly a hundred partitions gets batches that compress; a flush ends it.
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 100);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 30_000);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
    settings.putAll(client);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
    return settings;
  }
}
