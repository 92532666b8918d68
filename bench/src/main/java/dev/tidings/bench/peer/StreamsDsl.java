package dev.tidings.bench.peer;

import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.Reading;
import dev.tidings.wire.Topic;
import dev.tidings.wire.UpdateJson;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Kafka Streams' DSL on RocksDB with its cache: the small fold as an aggregate, written as JSON,
 * and a notification of each update, which says what the update is and not what it changed: the DSL
 * gives an aggregate after its cache, and not before and after each record.
 */
final class StreamsDsl {

  private static final Serde<RelationshipUpdate> UPDATES =
      Serdes.serdeFrom((topic, update) -> UpdateJson.write(update), (topic, json) -> read(json));

  private static final Serde<SmallFold> FOLDS =
      Serdes.serdeFrom((topic, fold) -> fold.toJson(), (topic, json) -> SmallFold.read(json));

  private StreamsDsl() {}

  public static void main(String[] args) {
    String run = args[2];
    StreamsBuilder builder = new StreamsBuilder();
    KStream<String, RelationshipUpdate> updates =
        builder.stream(Topic.updates(), Consumed.with(Serdes.String(), UPDATES));
    updates
        .mapValues(update -> SmallFold.EMPTY.plus(update).told(update))
        .to(Peer.notifications(run), Produced.with(Serdes.String(), Serdes.ByteArray()));
    updates
        .groupByKey(Grouped.with(Serdes.String(), UPDATES))
        .aggregate(
            () -> SmallFold.EMPTY,
            (key, update, fold) -> fold.plus(update),
            Materialized.<String, SmallFold, KeyValueStore<Bytes, byte[]>>as("folds")
                .withKeySerde(Serdes.String())
                .withValueSerde(FOLDS)
                .withCachingEnabled())
        .toStream()
        .to(Peer.summaries(run), Produced.with(Serdes.String(), FOLDS));
    Properties settings = StreamsSettings.of(args[1], run, Path.of(args[3]));
    StreamsSettings.run(builder.build(settings), settings);
  }

  private static RelationshipUpdate read(byte[] json) {
    return ((Reading.Good<RelationshipUpdate>) UpdateJson.read(json)).value();
  }
}
