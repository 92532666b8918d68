package dev.tidings.summarise;

import dev.tidings.wire.KafkaUnusable;
import dev.tidings.wire.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** How much of the update topics the workers have still to process. */
public final class Backlog implements AutoCloseable {

  private final Admin admin;
  private final String bootstrap;
  private final List<TopicPartition> partitions;

  /**
   * Opens a connection.
   *
   * @param client Kafka client properties, {@code bootstrap.servers} among them
   * @param partitions number of partitions of each update topic
   */
  public Backlog(Map<String, Object> client, int partitions) {
    this.admin = Admin.create(new HashMap<>(client));
    this.bootstrap = String.valueOf(client.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG));
    this.partitions =
        Topic.updates().stream()
            .flatMap(
                topic -> IntStream.range(0, partitions).mapToObj(n -> new TopicPartition(topic, n)))
            .toList();
  }

  /**
   * Number of offsets between what the workers have committed and what readers can see.
   *
   * @throws KafkaUnusable when Kafka does not answer within 30 s
   */
  public long size() {
    try {
      Map<TopicPartition, ListOffsetsResultInfo> ends =
          admin
              .listOffsets(
                  partitions.stream()
                      .collect(Collectors.toMap(tp -> tp, tp -> OffsetSpec.latest())),
                  new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
              .all()
              .get(30, TimeUnit.SECONDS);
      Map<TopicPartition, OffsetAndMetadata> committed =
          admin
              .listConsumerGroupOffsets(Summariser.GROUP)
              .partitionsToOffsetAndMetadata()
              .get(30, TimeUnit.SECONDS);
      long size = 0;
      for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end : ends.entrySet()) {
        OffsetAndMetadata done = committed.get(end.getKey());
        size += end.getValue().offset() - (done == null ? 0 : done.offset());
      }
      return size;
    } catch (ExecutionException e) {
      throw KafkaUnusable.because(bootstrap, e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      throw KafkaUnusable.because(bootstrap, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw KafkaUnusable.because(bootstrap, e);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(1));
  }
}
