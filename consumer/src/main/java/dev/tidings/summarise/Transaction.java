package dev.tidings.summarise;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What is committed together.
 *
 * @param batches what the records told were made of
 * @param records in their order
 * @param offsets how far the worker has read when these are told
 * @param group what Kafka knows this worker by
 */
record Transaction(
    Collection<Batch> batches,
    List<ProducerRecord<byte[], byte[]>> records,
    Map<TopicPartition, OffsetAndMetadata> offsets,
    ConsumerGroupMetadata group) {}
