package dev.tidings.bench.peer;

import dev.tidings.summary.Summary;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.CloudEvents;
import dev.tidings.wire.Reading;
import dev.tidings.wire.UpdateJson;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The whole fold: the worker's notifications and summaries. */
@SuppressWarnings("NullAway.Init") // Streams calls init before all else.
final class WholeProcessor implements Processor<byte[], byte[], byte[], byte[]> {

  private final WholeFold fold = new WholeFold();
  private ProcessorContext<byte[], byte[]> context;
  private KeyValueStore<String, byte[]> updates;

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    this.context = context;
    this.updates = context.getStateStore(StreamsProcessors.STORE);
    try (KeyValueIterator<String, byte[]> all = updates.all()) {
      Iterable<KeyValue<String, byte[]>> stored = () -> all;
      fold.restore(
          StreamSupport.stream(stored.spliterator(), false).map(one -> read(one.value)).iterator());
    }
    context.schedule(
        Duration.ofMillis(Settings.COMMIT_MS),
        PunctuationType.WALL_CLOCK_TIME,
        now -> tell(fold.takeSummaries()));
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RelationshipUpdate update = read(record.value());
    updates.put(
        update.relationship() + " " + update.id() + " " + update.versionCreated(), record.value());
    fold.fold(update, Instant.ofEpochMilli(record.timestamp()))
        .forEach(told -> forward(CloudEvents.record(told), StreamsProcessors.NOTIFICATIONS));
  }

  private void tell(Collection<Summary> summaries) {
    summaries.forEach(summary -> forward(CloudEvents.record(summary), StreamsProcessors.SUMMARIES));
  }

  private void forward(ProducerRecord<byte[], byte[]> told, String to) {
    context.forward(
        new Record<>(told.key(), told.value(), context.currentSystemTimeMs(), told.headers()), to);
  }

  private static RelationshipUpdate read(byte[] value) {
    return ((Reading.Good<RelationshipUpdate>) UpdateJson.read(value)).value();
  }
}
