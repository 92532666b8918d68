package dev.tidings.gateway;

import dev.tidings.wire.KafkaUnusable;
import dev.tidings.wire.Role;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/**
 * Sends what a request hands in and waits for {@code acks=all}: one record by itself, several in
 * one transaction. A failure concerns its own request alone. Safe for use by several threads.
 */
final class Sender implements AutoCloseable {

  /** A transaction has a producer to itself. */
  private static final int MOST_TRANSACTIONS = 4;

  private static final long WAIT_SECONDS = 10;

  private final Producers producers;
  private final String name = Role.GATEWAY.transactions() + UUID.randomUUID() + "-";
  private final Semaphore places = new Semaphore(MOST_TRANSACTIONS, true);
  private final ConcurrentLinkedQueue<KafkaProducer<byte[], byte[]>> idle =
      new ConcurrentLinkedQueue<>();
  private int opened;
  private @Nullable KafkaProducer<byte[], byte[]> single;
  private @Nullable KafkaClientMetrics metrics;

  Sender(Producers producers) {
    this.producers = producers;
  }

  /**
   * Sends.
   *
   * @return where each record stands
   * @throws Unpublished within 25 s
   */
  List<RecordMetadata> send(List<ProducerRecord<byte[], byte[]>> records) {
    return records.size() == 1 ? List.of(send(records.get(0))) : inTransaction(records);
  }

  private RecordMetadata send(ProducerRecord<byte[], byte[]> record) {
    KafkaProducer<byte[], byte[]> producer = single();
    Future<RecordMetadata> sent;
    try {
      sent = producer.send(record);
    } catch (KafkaException | IllegalStateException e) {
      renewUnlessItPasses(producer, e);
      throw Unpublished.because(producers.bootstrap(), e, true);
    }
    // Without metadata there is nowhere to send it, and the answer is there at once.
    boolean wasNeverSent = sent.isDone();
    try {
      return sent.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      renewUnlessItPasses(producer, cause);
      throw Unpublished.because(producers.bootstrap(), cause, wasNeverSent);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Unpublished.because(producers.bootstrap(), e, false);
    }
  }

  private List<RecordMetadata> inTransaction(List<ProducerRecord<byte[], byte[]>> records) {
    if (!acquire()) {
      throw new KafkaUnusable("too many transactions are waiting for Kafka");
    }
    try {
      KafkaProducer<byte[], byte[]> producer = transactional();
      try {
        List<RecordMetadata> sent = producers.inTransaction(producer, records);
        idle.add(producer);
        return sent;
      } catch (RuntimeException e) {
        producers.abandon(producer);
        throw e;
      }
    } finally {
      places.release();
    }
  }

  @Override
  public synchronized void close() {
    retireSingle();
    idle.forEach(producers::retire);
    idle.clear();
  }

  private boolean acquire() {
    try {
      return places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** One that is idle; its id is new, because whoever failed may not have ended yet. */
  private KafkaProducer<byte[], byte[]> transactional() {
    KafkaProducer<byte[], byte[]> known = idle.poll();
    return known == null ? producers.transactional(name + nextNumber()) : known;
  }

  private synchronized int nextNumber() {
    return opened++;
  }

  private synchronized KafkaProducer<byte[], byte[]> single() {
    if (single == null) {
      single = producers.idempotent();
      metrics = producers.measured(single);
    }
    return single;
  }

  /** A producer gets over what passes by itself, and over nothing else. */
  private synchronized void renewUnlessItPasses(
      KafkaProducer<byte[], byte[]> failed, Throwable because) {
    if (failed == single && !(because instanceof RetriableException)) {
      retireSingle();
    }
  }

  private synchronized void retireSingle() {
    if (metrics != null) {
      metrics.close();
      metrics = null;
    }
    if (single != null) {
      producers.retire(single);
      single = null;
    }
  }
}
