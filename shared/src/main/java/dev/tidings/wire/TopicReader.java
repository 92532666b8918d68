package dev.tidings.wire;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads the committed records of topics, from their beginning to where they end now. */
public final class TopicReader {

  private static final Duration POLL = Duration.ofMillis(250);

  private TopicReader() {}

  /**
   * Hands over every record; those of one partition in their order.
   *
   * @param client Kafka client properties, {@code bootstrap.servers} among them
   */
  public static void readAll(
      Map<String, Object> client,
      List<String> topics,
      Consumer<ConsumerRecord<byte[], byte[]>> each) {
    try (TopicTail tail = new TopicTail(client, topics)) {
      Map<TopicPartition, Long> ends = tail.writtenEnds();
      while (!tail.isAt(ends)) {
        tail.poll(POLL).forEach(each);
      }
    }
  }
}
