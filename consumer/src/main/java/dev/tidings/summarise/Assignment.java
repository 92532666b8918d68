package dev.tidings.summarise;

import dev.tidings.wire.KafkaUnusable;
import dev.tidings.wire.Topic;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Which partitions the group gives to this worker, and the shares that they make.
 *
 * <p>The topics of one partition number may come in several callbacks; a share starts when the
 * worker owns all of them, and is forgotten when it loses one. Called by {@code poll}, on its
 * thread.
 */
final class Assignment implements ConsumerRebalanceListener {

  private final Consumer<byte[], byte[]> consumer;
  private final Runnable beforeLoss;
  private final Set<TopicPartition> owned = new HashSet<>();
  private final Map<Integer, Share> shares = new TreeMap<>();

  /**
   * Nothing yet.
   *
   * @param beforeLoss runs before partitions go to another worker, which begins where this one has
   *     committed
   */
  Assignment(Consumer<byte[], byte[]> consumer, Runnable beforeLoss) {
    this.consumer = consumer;
    this.beforeLoss = beforeLoss;
  }

  Collection<Share> shares() {
    return shares.values();
  }

  @Nullable Share shareOf(TopicPartition partition) {
    return shares.get(partition.partition());
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    owned.addAll(partitions);
    consumer.pause(partitions);
    partitions.stream()
        .map(TopicPartition::partition)
        .distinct()
        .filter(number -> partitionsOf(number).size() == Topic.updates().size())
        .forEach(number -> shares.put(number, start(partitionsOf(number))));
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    beforeLoss.run();
    partitions.forEach(owned::remove);
    for (TopicPartition partition : partitions) {
      if (shares.remove(partition.partition()) != null) {
        consumer.pause(partitionsOf(partition.partition()));
      }
    }
  }

  private Set<TopicPartition> partitionsOf(int number) {
    return owned.stream().filter(tp -> tp.partition() == number).collect(Collectors.toSet());
  }

  /** Reads from the very start; where the group has committed nothing, there is no history. */
  private Share start(Set<TopicPartition> partitions) {
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(partitions);
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, Long> historyEnds = new HashMap<>();
    for (TopicPartition partition : partitions) {
      OffsetAndMetadata offset = committed.get(partition);
      long historyEnd = offset == null ? 0 : offset.offset();
      if (historyEnd > ends.getOrDefault(partition, 0L)) {
        throw new KafkaUnusable(
            String.format(
                    Locale.ROOT,
                    "%s ends at %d, but %d records of it were announced; it is not the log that this group",
                    partition,
                    ends.get(partition),
                    historyEnd)
                + " has read");
      }
      historyEnds.put(partition, historyEnd);
      consumer.seek(partition, beginnings.getOrDefault(partition, 0L));
    }
    consumer.resume(partitions);
    return new Share(historyEnds, ends);
  }
}
