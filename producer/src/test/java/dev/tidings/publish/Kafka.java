package dev.tidings.publish;

import dev.tidings.broker.EmbeddedBroker;
import dev.tidings.intake.Format;
import dev.tidings.intake.Input;
import dev.tidings.intake.NameTable;
import dev.tidings.intake.UnknownNames;
import dev.tidings.wire.Topic;
import dev.tidings.wire.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** A Kafka with our topics, and what a test does with it. */
public final class Kafka {

  static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-01T12:00:00Z"), ZoneOffset.UTC);

  private static final int PARTITIONS = 3;

  private final Map<String, Object> client;
  private final Map<TopicPartition, Long> from;

  private Kafka(Map<String, Object> client) {
    this.client = client;
    this.from = ends(client);
  }

  /** The embedded broker of this test run, at the end of its topics. */
  public static Kafka embedded() {
    return new Kafka(Shared.CLIENT);
  }

  /** Another Kafka; topics are made. */
  public static Kafka at(String bootstrap) {
    Map<String, Object> client = Map.of("bootstrap.servers", bootstrap);
    try (Topics topics = Topics.at(client)) {
      topics.create(PARTITIONS);
    }
    return new Kafka(client);
  }

  public Map<String, Object> client() {
    return client;
  }

  public Map<String, Object> clientWith(String name, Object value) {
    Map<String, Object> changed = new HashMap<>(client);
    changed.put(name, value);
    return changed;
  }

  Run publish(Format format, Path... files) {
    return run(request(format, List.of(files), client, false, null));
  }

  static PublishFiles.Request request(
      Format format,
      List<Path> files,
      Map<String, Object> client,
      boolean strict,
      @Nullable Path refused) {
    List<Input> inputs = files.stream().map(file -> Input.file(file, format)).toList();
    return request(inputs, client, strict, refused);
  }

  static PublishFiles.Request request(
      List<Input> inputs, Map<String, Object> client, boolean strict, @Nullable Path refused) {
    return new PublishFiles.Request(
        inputs, client, strict, refused, NameTable.EMPTY, CLOCK, System.err, false);
  }

  /** An account, what was said on the way, and which names no table knows. */
  record Run(Account account, List<String> said, UnknownNames unknownNames) {}

  static Run run(PublishFiles.Request request) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);
    PublishFiles publishing =
        new PublishFiles(
            new PublishFiles.Request(
                request.inputs(),
                request.kafka(),
                request.strict(),
                request.refused(),
                request.names(),
                request.clock(),
                err,
                request.terminal()));
    Account account = publishing.run();
    return new Run(
        account, said.toString(StandardCharsets.UTF_8).lines().toList(), publishing.unknownNames());
  }

  /** The values of the records that came since this object was made, sorted. */
  public List<String> published() {
    return values("read_committed");
  }

  /** The same with what was aborted. */
  List<String> sent() {
    return values("read_uncommitted");
  }

  private List<String> values(String isolation) {
    return records(isolation).stream()
        .map(record -> new String(record.value(), StandardCharsets.UTF_8))
        .sorted()
        .toList();
  }

  /** Waits for transactions that are decided, but whose records are not released yet. */
  public List<ConsumerRecord<byte[], byte[]>> records(String isolation) {
    Map<TopicPartition, Long> ends = ends(client);
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("isolation.level", isolation);
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(settings)) {
      consumer.assign(from.keySet());
      from.forEach(consumer::seek);
      while (from.keySet().stream()
          .anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }

  static Path file(Path folder, String name, String... lines) {
    try {
      return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<TopicPartition, Long> ends(Map<String, Object> client) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(client)) {
      List<TopicPartition> all =
          Topic.updates().stream()
              .flatMap(name -> consumer.partitionsFor(name).stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      return consumer.endOffsets(all);
    }
  }

  private static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> settings) {
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** One broker for all tests of this JVM: it takes 2 s to start. */
  private static final class Shared {
    static final Map<String, Object> CLIENT = start();

    private static Map<String, Object> start() {
      try {
        Path folder = Files.createTempDirectory("tidings-producer-test-");
        EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        return Kafka.at(broker.bootstrap()).client();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
