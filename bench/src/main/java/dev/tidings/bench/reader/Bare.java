package dev.tidings.bench.reader;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The least that a record takes from a transactional producer to a {@code read_committed} consumer:
 * whatever has come while the last transaction was committed goes into the next.
 */
public final class Bare implements AutoCloseable {

  private static final int RECORD_BYTES = 600;
  private static final Duration POLL = Duration.ofMillis(100);

  private final TopicPartition partition;
  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final BlockingQueue<Integer> due = new LinkedBlockingQueue<>();
  private volatile boolean closing;

  /**
   * Connects.
   *
   * @param topic of one partition
   */
  public Bare(String bootstrap, String topic) {
    this.partition = new TopicPartition(topic, 0);
    Map<String, Object> writing = new HashMap<>();
    writing.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    writing.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "bench-" + UUID.randomUUID());
    writing.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    ByteArraySerializer to = new ByteArraySerializer();
    this.producer = new KafkaProducer<>(writing, to, to);
    Map<String, Object> reading = new HashMap<>();
    reading.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    reading.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    ByteArrayDeserializer from = new ByteArrayDeserializer();
    this.consumer = new KafkaConsumer<>(reading, from, from);
  }

  /** Sends as many records as there are delays to measure, and waits until all are read. */
  public void measure(Delays delays, double perSecond) throws InterruptedException {
    producer.initTransactions();
    consumer.assign(List.of(partition));
    consumer.seekToEnd(List.of(partition));
    consumer.position(partition);
    Thread reading = new Thread(() -> read(delays), "bare reader");
    Thread writing = new Thread(this::write, "bare writer");
    reading.start();
    writing.start();
    delays.pace(perSecond, due::put);
    delays.await(10);
    closing = true;
    reading.join();
    writing.join();
  }

  private void write() {
    byte[] value = new byte[RECORD_BYTES];
    try {
      while (!closing) {
        Integer first = due.poll(POLL.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) {
          continue;
        }
        producer.beginTransaction();
        for (Integer next = first; next != null; next = due.poll()) {
          ByteBuffer.wrap(value).putInt(next);
          var unused =
              producer.send(new ProducerRecord<>(partition.topic(), 0, null, value.clone()));
        }
        producer.commitTransaction();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(Delays delays) {
    while (!closing) {
      consumer
          .poll(POLL)
          .forEach(record -> delays.arrived(ByteBuffer.wrap(record.value()).getInt()));
    }
  }

  @Override
  public void close() {
    producer.close();
    consumer.close();
  }
}
