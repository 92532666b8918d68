package dev.tidings.gateway;

import dev.tidings.wire.KafkaUnusable;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.ByteBufferOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens and closes producers whose every call ends in time for whoever waits at the other end of
 * HTTP: 5 s to find Kafka, 10 s to be acknowledged.
 */
final class Producers implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Producers.class);
  private static final Duration CLOSE = Duration.ofSeconds(5);

  private final Map<String, Object> settings;
  private final String bootstrap;
  private final MeterRegistry registry;

  /** Whoever was told that Kafka failed does not wait for the farewell too. */
  private final ExecutorService farewells =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "tidings-gateway-farewell");
            thread.setDaemon(true);
            return thread;
          });

  Producers(Map<String, Object> client, MeterRegistry registry) {
    this.settings = settings(client);
    this.bootstrap = String.valueOf(client.get(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG));
    this.registry = registry;
  }

  String bootstrap() {
    return bootstrap;
  }

  /**
   * Compresses something: libraries for that are unpacked into a temporary folder, which may forbid
   * to run what is in it. Who would find out with the first record was never able to work.
   *
   * @throws KafkaUnusable when it does not work
   */
  void checkCompression() {
    String type = String.valueOf(settings.get(ProducerConfig.COMPRESSION_TYPE_CONFIG));
    try (OutputStream out =
        Compression.of(type)
            .build()
            .wrapForOutput(new ByteBufferOutputStream(64), RecordBatch.CURRENT_MAGIC_VALUE)) {
      out.write(0);
    } catch (IOException | RuntimeException | LinkageError e) {
      throw new KafkaUnusable(
          String.format(
                  Locale.ROOT,
                  "nothing can be compressed with %s here (%s); expected a temporary folder that may hold",
                  type,
                  e)
              + " libraries, or another compression.type");
    }
  }

  /** One for records that stand by themselves; for many threads. */
  KafkaProducer<byte[], byte[]> idempotent() {
    return open(settings);
  }

  /** One for transactions, begun; whoever else has this id is shut out. */
  KafkaProducer<byte[], byte[]> transactional(String id) {
    Map<String, Object> own = new HashMap<>(settings);
    own.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
    own.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 15_000);
    KafkaProducer<byte[], byte[]> producer = open(own);
    try {
      producer.initTransactions();
      return producer;
    } catch (KafkaException e) {
      retire(producer);
      throw Unpublished.because(bootstrap, e, true);
    }
  }

  KafkaClientMetrics measured(KafkaProducer<byte[], byte[]> producer) {
    KafkaClientMetrics metrics = new KafkaClientMetrics(producer);
    metrics.bindTo(registry);
    return metrics;
  }

  /**
   * Sends all in one transaction, which {@code read_committed} readers see whole or not at all.
   *
   * @throws Unpublished and then the producer can be used no longer
   */
  List<RecordMetadata> inTransaction(
      KafkaProducer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> records) {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    boolean isDeciding = false;
    try {
      producer.beginTransaction();
      for (ProducerRecord<byte[], byte[]> record : records) {
        sent.add(producer.send(record));
      }
      isDeciding = true;
      producer.commitTransaction();
    } catch (KafkaException e) {
      // Kafka commits nothing of which it has not all; else the commit may have reached it.
      throw Unpublished.because(bootstrap, e, !isDeciding || anyFailed(sent));
    }
    return sent.stream().map(Producers::acknowledged).toList();
  }

  /** What a commit has waited for. */
  private static RecordMetadata acknowledged(Future<RecordMetadata> sent) {
    try {
      return sent.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("a committed transaction has a record that failed", e);
    }
  }

  /** Ends a producer that has failed: what it has begun is aborted, so that readers go on. */
  void abandon(KafkaProducer<byte[], byte[]> producer) {
    Future<?> unused =
        farewells.submit(
            () -> {
              try {
                producer.abortTransaction();
              } catch (KafkaException | IllegalStateException e) {
                // Kafka itself aborts what cannot be aborted here, after 15 s.
                LOG.atDebug().setCause(e).log("a transaction cannot be aborted");
              } finally {
                producer.close(CLOSE);
              }
            });
  }

  void retire(KafkaProducer<byte[], byte[]> producer) {
    Future<?> unused = farewells.submit(() -> producer.close(CLOSE));
  }

  @Override
  public void close() {
    farewells.shutdown();
    try {
      if (!farewells.awaitTermination(CLOSE.toSeconds(), TimeUnit.SECONDS)) {
        farewells.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean anyFailed(List<Future<RecordMetadata>> sent) {
    for (Future<RecordMetadata> one : sent) {
      if (one.isDone()) {
        try {
          one.get();
        } catch (ExecutionException e) {
          return true;
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
    return false;
  }

  private KafkaProducer<byte[], byte[]> open(Map<String, Object> own) {
    try {
      return new KafkaProducer<>(own);
    } catch (KafkaException e) {
      throw Unpublished.because(bootstrap, e, true);
    }
  }

  private static Map<String, Object> settings(Map<String, Object> client) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
    settings.putAll(client);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
    return settings;
  }
}
