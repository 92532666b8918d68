package dev.tidings.summarise;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Where a batch's records go, together with how far the worker has read. */
interface Outbox extends AutoCloseable {

  /**
   * Makes the records visible and the offsets committed, both or neither.
   *
   * @throws org.apache.kafka.common.KafkaException when neither happened, or nobody knows
   * @throws dev.tidings.wire.KafkaUnusable when it would be so again
   */
  void commit(
      List<ProducerRecord<byte[], byte[]>> records,
      Map<TopicPartition, OffsetAndMetadata> offsets,
      ConsumerGroupMetadata group);

  @Override
  void close();
}
