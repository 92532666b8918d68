package dev.tidings.gateway;

import dev.tidings.gateway.Stand.Place;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.KafkaUnusable;
import dev.tidings.wire.Reading;
import dev.tidings.wire.UpdateRecords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Fetches from Kafka what stands at a few places. */
final class Contents {

  private static final Duration AT_MOST = Duration.ofSeconds(5);

  private final Map<String, Object> settings;
  private final String bootstrap;

  Contents(Map<String, Object> client) {
    settings = new HashMap<>(client);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
    bootstrap = String.valueOf(client.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG));
  }

  /**
   * Fetches updates, in the order of their places.
   *
   * @throws KafkaUnusable when Kafka does not answer, or has them no longer
   */
  List<RelationshipUpdate> at(List<Place> places) {
    if (places.isEmpty()) {
      return List.of();
    }
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<RelationshipUpdate> found = new ArrayList<>();
      for (Place place : places) {
        found.add(fetch(consumer, place));
      }
      return found;
    } catch (KafkaException e) {
      throw KafkaUnusable.because(bootstrap, e);
    }
  }

  /** One partition at a time: without a position Kafka's client refuses even a paused one. */
  private static RelationshipUpdate fetch(KafkaConsumer<byte[], byte[]> consumer, Place place) {
    TopicPartition partition = new TopicPartition(place.topic(), place.partition());
    consumer.assign(Set.of(partition));
    consumer.seek(partition, place.offset());
    long giveUp = System.nanoTime() + AT_MOST.toNanos();
    while (System.nanoTime() < giveUp) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(250))) {
        if (record.offset() == place.offset()
            && UpdateRecords.read(record) instanceof Reading.Good<RelationshipUpdate> good) {
          return good.value();
        }
        throw new KafkaUnusable(
            String.format(Locale.ROOT, "what stood at %s is there no longer", place));
      }
    }
    throw new KafkaUnusable(
        String.format(Locale.ROOT, "Kafka does not give what stands at %s in time", place));
  }
}
