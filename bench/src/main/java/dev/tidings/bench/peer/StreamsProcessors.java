package dev.tidings.bench.peer;

import dev.tidings.wire.Topic;
import java.nio.file.Path;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.Stores;

/**
 * Kafka Streams' processors over an in-memory store with its changelog.
 *
 * <p>With the whole fold the store holds the updates, by which the states on the heap are built
 * anew after a restart: a state is no value that could be written to a changelog. With the small
 * fold it holds the folds themselves.
 */
final class StreamsProcessors {

  static final String STORE = "store";
  static final String NOTIFICATIONS = "notifications";
  static final String SUMMARIES = "summaries";

  private StreamsProcessors() {}

  public static void main(String[] args) {
    StreamsSettings.run(
        topology(args[0], args[2]), StreamsSettings.of(args[1], args[2], Path.of(args[3])));
  }

  static Topology topology(String variant, String run) {
    ProcessorSupplier<byte[], byte[], byte[], byte[]> fold =
        switch (variant) {
          case "whole" -> WholeProcessor::new;
          case "small" -> SmallProcessor::new;
          default -> throw new IllegalArgumentException(variant);
        };
    return new Topology()
        .addSource("updates", Topic.updates().toArray(String[]::new))
        .addProcessor("fold", fold, "updates")
        .addStateStore(
            Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(STORE), Serdes.String(), Serdes.ByteArray()),
            "fold")
        .addSink(NOTIFICATIONS, Peer.notifications(run), "fold")
        .addSink(SUMMARIES, Peer.summaries(run), "fold");
  }
}
