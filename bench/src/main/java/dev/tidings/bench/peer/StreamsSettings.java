package dev.tidings.bench.peer;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/** How Kafka Streams is set for throughput: docs/benchmarks.md names where each is recommended. */
final class StreamsSettings {

  private StreamsSettings() {}

  static Properties of(String bootstrap, String run, Path folder) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, run);
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, Settings.COMMIT_MS);
    settings.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.OPTIMIZE);
    settings.put(
        StreamsConfig.NUM_STREAM_THREADS_CONFIG, Runtime.getRuntime().availableProcessors());
    settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
    settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 256L * 1024 * 1024);
    settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 5_000);
    // Not to wait for a topic that has nothing just now.
    settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, -1L);
    settings.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
    settings.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
    settings.put(StreamsConfig.METRICS_RECORDING_LEVEL_CONFIG, "INFO");
    with(settings, Settings.reading(bootstrap), "consumer.");
    with(settings, Settings.writing(bootstrap), "producer.");
    return settings;
  }

  private static void with(Properties settings, Map<String, Object> more, String prefix) {
    more.forEach(
        (name, value) -> {
          if (!name.equals(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG)
              && !name.equals("isolation.level")
              && !name.equals("enable.auto.commit")
              && !name.equals("acks")) {
            settings.put(prefix + name, value);
          }
        });
  }

  /** Runs it until this process is ended; a failure ends it. */
  static void run(Topology topology, Properties settings) {
    KafkaStreams streams = new KafkaStreams(topology, settings);
    streams.setUncaughtExceptionHandler(
        failure -> {
          failure.printStackTrace();
          Runtime.getRuntime().halt(1);
          return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
    Runtime.getRuntime().addShutdownHook(new Thread(streams::close, "stop"));
    streams.start();
  }
}
