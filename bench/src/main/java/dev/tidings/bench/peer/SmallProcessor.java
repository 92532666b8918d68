package dev.tidings.bench.peer;

import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.Reading;
import dev.tidings.wire.UpdateJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The small fold: each record changes the store, and each fold that is touched is told soon. */
@SuppressWarnings("NullAway.Init") // Streams calls init before all else.
final class SmallProcessor implements Processor<byte[], byte[], byte[], byte[]> {

  private final Map<String, SmallFold> folds = new HashMap<>();
  private final Map<String, SmallFold> touched = new LinkedHashMap<>();
  private ProcessorContext<byte[], byte[]> context;
  private KeyValueStore<String, byte[]> store;

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    this.context = context;
    this.store = context.getStateStore(StreamsProcessors.STORE);
    try (KeyValueIterator<String, byte[]> all = store.all()) {
      all.forEachRemaining(fold -> folds.put(fold.key, SmallFold.read(fold.value)));
    }
    context.schedule(
        Duration.ofMillis(Settings.COMMIT_MS), PunctuationType.WALL_CLOCK_TIME, this::tell);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RelationshipUpdate update =
        ((Reading.Good<RelationshipUpdate>) UpdateJson.read(record.value())).value();
    String key = update.relationship().key();
    SmallFold fold = folds.getOrDefault(key, SmallFold.EMPTY).plus(update);
    folds.put(key, fold);
    touched.put(key, fold);
    store.put(key, fold.toJson());
    context.forward(
        new Record<>(record.key(), fold.told(update), record.timestamp()),
        StreamsProcessors.NOTIFICATIONS);
  }

  private void tell(long now) {
    touched.forEach(
        (key, fold) ->
            context.forward(
                new Record<>(key.getBytes(StandardCharsets.UTF_8), fold.toJson(), now),
                StreamsProcessors.SUMMARIES));
    touched.clear();
  }
}
