package dev.tidings.wire;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all partitions of some topics, from their beginning to their ever moving end; committed
 * records only, those of one partition in their order. For one thread.
 *
 * <p>A log that was cut off behind us is no longer the log that was read: {@link #poll} then throws
 * {@link KafkaException}, as it does when Kafka refuses us. It waits through anything that passes.
 */
public final class TopicTail implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TopicTail.class);

  /** Whoever waits for this can still be closed within the 10 s that closers wait. */
  private static final int ANSWER_WITHIN_MS = 5_000;

  private static final Duration POSITION_WITHIN = Duration.ofSeconds(1);

  private final Consumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  /**
   * Asks where the partitions end. It has a connection of its own: Kafka answers one request of a
   * connection after the other, and a fetch that waits for records would keep this one waiting.
   */
  private final AdminConnection asking;

  /**
   * Opens a connection, and stands at the beginning.
   *
   * @param client Kafka client properties, {@code bootstrap.servers} among them
   * @throws KafkaUnusable when Kafka does not answer, or a topic is not there
   */
  public TopicTail(Map<String, Object> client, List<String> topics) {
    this.asking = AdminConnection.to(client);
    this.consumer = consumer(client);
    try {
      this.partitions =
          topics.stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
    } catch (KafkaException e) {
      close();
      throw KafkaUnusable.because(
          String.valueOf(client.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG)), e);
    }
  }

  /** Waits for records, at most so long. */
  public Iterable<ConsumerRecord<byte[], byte[]>> poll(Duration atMost) {
    return consumer.poll(atMost);
  }

  /**
   * Where each partition ends for readers now: behind the last committed record.
   *
   * @throws TimeoutException when Kafka does not answer within 5 s
   */
  public Map<TopicPartition, Long> readableEnds() {
    return ends(IsolationLevel.READ_COMMITTED);
  }

  /**
   * Where each partition ends now, transactions that are still open included: whoever has read so
   * far has read all that was acknowledged before. A commit returns before its records can be read.
   *
   * @throws TimeoutException when Kafka does not answer within 5 s
   */
  public Map<TopicPartition, Long> writtenEnds() {
    return ends(IsolationLevel.READ_UNCOMMITTED);
  }

  /** Whether everything before these ends has been polled. */
  public boolean isAt(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream().allMatch(end -> isAt(end.getKey(), end.getValue()));
  }

  /** Where the leader has just gone, the next one has yet to say whether our position is right. */
  private boolean isAt(TopicPartition partition, long end) {
    try {
      return consumer.position(partition, POSITION_WITHIN) >= end;
    } catch (TimeoutException e) {
      LOG.atDebug().setCause(e).addKeyValue("partition", partition).log("no position yet");
      return false;
    }
  }

  /** Ends a {@link #poll} that waits, or the next one; the one method for other threads. */
  public void wakeUp() {
    consumer.wakeup();
  }

  @Override
  public void close() {
    consumer.close();
    asking.close();
  }

  private Map<TopicPartition, Long> ends(IsolationLevel isolation) {
    Map<TopicPartition, OffsetSpec> latest =
        partitions.stream().collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest()));
    ListOffsetsResult answer =
        asking
            .admin()
            .listOffsets(latest, new ListOffsetsOptions(isolation).timeoutMs(ANSWER_WITHIN_MS));
    try {
      Map<TopicPartition, Long> ends = new HashMap<>();
      for (TopicPartition partition : partitions) {
        ends.put(partition, answer.partitionResult(partition).get().offset());
      }
      return ends;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException why ? why : new KafkaException(e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private static Consumer<byte[], byte[]> consumer(Map<String, Object> client) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
