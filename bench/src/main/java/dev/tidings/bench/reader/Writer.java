package dev.tidings.bench.reader;

import dev.tidings.bench.data.Updates;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.CloudEvents;
import java.net.URI;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes updates one by one, each at once. */
public final class Writer implements AutoCloseable {

  private final KafkaProducer<byte[], byte[]> producer;

  public Writer(String bootstrap) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    ByteArraySerializer bytes = new ByteArraySerializer();
    this.producer = new KafkaProducer<>(settings, bytes, bytes);
  }

  public void send(RelationshipUpdate update) {
    var unused = producer.send(CloudEvents.record(update));
  }

  /**
   * Publishes as many updates as there are delays to measure, and waits until a reader has all.
   *
   * @param stream of the notifications
   * @param seed no update may have been published before
   * @param patience in seconds, after the last was sent
   */
  public void measure(Delays delays, URI stream, double perSecond, long seed, long patience)
      throws Exception {
    Iterator<RelationshipUpdate> fresh = Updates.of(2 * delays.number() + 100, seed).onlyNew();
    List<RelationshipUpdate> updates = Stream.generate(fresh::next).limit(delays.number()).toList();
    Map<String, Integer> numbers = new HashMap<>();
    IntStream.range(0, updates.size()).forEach(i -> numbers.put(updates.get(i).uri(), i));
    try (TimedReader reader = TimedReader.of(stream)) {
      reader.tell(
          uri -> {
            Integer number = numbers.get(uri);
            if (number != null) {
              delays.arrived(number);
            }
          });
      delays.pace(perSecond, i -> send(updates.get(i)));
      delays.await(patience);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
