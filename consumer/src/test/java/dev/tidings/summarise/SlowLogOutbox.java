package dev.tidings.summarise;

import dev.tidings.wire.Topic;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Keeps what a worker writes onto update topics for as long as the test runs, as if it were still
 * on its way.
 */
record SlowLogOutbox(Outbox outbox, List<ProducerRecord<byte[], byte[]>> kept) implements Outbox {

  @Override
  public void commit(
      List<ProducerRecord<byte[], byte[]>> records,
      Map<TopicPartition, OffsetAndMetadata> offsets,
      ConsumerGroupMetadata group) {
    List<ProducerRecord<byte[], byte[]>> updates =
        records.stream().filter(record -> Topic.updates().contains(record.topic())).toList();
    kept.addAll(updates);
    outbox.commit(
        records.stream().filter(record -> !updates.contains(record)).toList(), offsets, group);
  }

  @Override
  public void close() {
    outbox.close();
  }
}
