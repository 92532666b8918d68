package dev.tidings.bench.data;

import dev.tidings.bench.process.BrokerProcess;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.CloudEvents;
import dev.tidings.wire.Topic;
import dev.tidings.wire.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A broker process on whose update topics the updates stand, with the partitions of a cluster; and
 * how far a group has read them.
 */
public final class FilledBroker implements AutoCloseable {

  private static final long LOOK_EVERY_MS = 50;
  private static final long MOST_MINUTES = 20;

  private final Runnable end;
  private final String bootstrap;
  private final Admin admin;
  private final int partitions;
  private final int updates;

  private FilledBroker(Runnable end, String bootstrap, int partitions, int updates) {
    this.end = end;
    this.bootstrap = bootstrap;
    this.admin = Admin.create(new HashMap<>(Map.of("bootstrap.servers", bootstrap)));
    this.partitions = partitions;
    this.updates = updates;
  }

  /** Starts one on an empty folder, and fills it. */
  public static FilledBroker start(Path folder, int updates, long seed)
      throws InterruptedException {
    BrokerProcess broker = BrokerProcess.start(folder);
    return fill(broker::close, broker.bootstrap(), Topic.PARTITIONS, updates, seed);
  }

  /**
   * Fills one that has nothing.
   *
   * @param end ends it, when this is closed
   */
  public static FilledBroker fill(
      Runnable end, String bootstrap, int partitions, int updates, long seed) {
    try (Topics topics = Topics.at(Map.of("bootstrap.servers", bootstrap))) {
      topics.create(partitions);
    }
    publish(bootstrap, Updates.of(updates, seed));
    return new FilledBroker(end, bootstrap, partitions, updates);
  }

  /** Publishes updates as fast as Kafka takes them. */
  public static void publish(String bootstrap, Iterator<RelationshipUpdate> updates) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    ByteArraySerializer bytes = new ByteArraySerializer();
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings, bytes, bytes)) {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      while (updates.hasNext()) {
        sent.add(producer.send(CloudEvents.record(updates.next())));
        if (sent.size() == 10_000) {
          awaitAll(sent);
        }
      }
      producer.flush();
      awaitAll(sent);
    }
  }

  private static void awaitAll(List<Future<RecordMetadata>> sent) {
    sent.forEach(
        one -> {
          try {
            one.get();
          } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
          }
        });
    sent.clear();
  }

  public String bootstrap() {
    return bootstrap;
  }

  /** How many partitions its divided topics have. */
  int partitions() {
    return partitions;
  }

  /** How many updates stand there. */
  public int updates() {
    return updates;
  }

  /** The partitions of all update topics, and where they end. */
  public Map<TopicPartition, Long> ends() throws InterruptedException {
    return ends(Topic.updates(), partitions);
  }

  /** Where topics end. */
  public Map<TopicPartition, Long> ends(List<String> topics, int partitions)
      throws InterruptedException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (String topic : topics) {
      for (int i = 0; i < partitions; i++) {
        latest.put(new TopicPartition(topic, i), OffsetSpec.latest());
      }
    }
    return await(admin.listOffsets(latest).all()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
  }

  /** Makes a topic with as many partitions as the update topics. */
  public void create(String topic) throws InterruptedException {
    await(admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all());
  }

  /** Makes a topic of one partition somewhere. */
  public static void createTopic(String bootstrap, String topic) throws InterruptedException {
    try (Admin admin = Admin.create(new HashMap<>(Map.of("bootstrap.servers", bootstrap)))) {
      await(admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all());
    }
  }

  /**
   * Makes topics for what a peer writes: notifications in one partition, summaries by their key.
   */
  public void createOutputs(String notifications, String summaries) throws InterruptedException {
    await(
        admin
            .createTopics(
                List.of(
                    new NewTopic(notifications, 1, (short) 1)
                        .configs(Topic.NOTIFICATIONS.settings()),
                    new NewTopic(summaries, partitions, (short) 1)
                        .configs(Topic.SUMMARIES.settings())))
            .all());
  }

  /** Deletes the topics whose names begin so. */
  public void deleteTopics(String prefix) throws InterruptedException {
    List<String> topics =
        await(admin.listTopics().names()).stream().filter(t -> t.startsWith(prefix)).toList();
    await(admin.deleteTopics(topics).all());
  }

  /** To whoever starts in this group, all updates are new. */
  public void forgetGroup(String group) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (true) {
      try {
        await(admin.deleteConsumerGroups(List.of(group)).all());
        return;
      } catch (GroupIdNotFoundException gone) {
        return;
      } catch (GroupNotEmptyException stillThere) {
        if (System.nanoTime() > deadline) {
          throw stillThere;
        }
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
      }
    }
  }

  /** To whoever starts in this group, all updates are history. */
  public void commitAll(String group) throws InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> all = new HashMap<>();
    ends().forEach((partition, end) -> all.put(partition, new OffsetAndMetadata(end)));
    await(admin.alterConsumerGroupOffsets(group, all).all());
  }

  /** Removes what stands on a topic of one partition. */
  public void empty(String topic) throws InterruptedException {
    Map<TopicPartition, RecordsToDelete> all =
        ends(List.of(topic), 1).entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, end -> RecordsToDelete.beforeOffset(end.getValue())));
    await(admin.deleteRecords(all).all());
  }

  /** What readers get of the worker's last run. */
  public Outputs outputs() throws InterruptedException {
    return Outputs.read(this, Topic.NOTIFICATIONS.topicName(), Topic.SUMMARIES.topicName());
  }

  /**
   * What readers get on these topics: at once or within 20 s what is wanted, or else something
   * else. A peer may write its last summaries after it has committed the last offsets.
   */
  public Outputs outputs(String notifications, String summaries, Outputs wanted)
      throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (true) {
      Outputs outputs = Outputs.read(this, notifications, summaries);
      if (outputs.isSameAs(wanted) || System.nanoTime() > deadline) {
        return outputs;
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
    }
  }

  /**
   * Watches a group until it has committed all updates, and gives how many it committed a second,
   * between its first commit that is seen and the last.
   *
   * @param isWorking whether there is any sense in waiting
   */
  public double rateOf(String group, BooleanSupplier isWorking) throws InterruptedException {
    long end = sum(ends(), offset -> offset);
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(MOST_MINUTES);
    long began = System.nanoTime();
    long first = 0;
    while (System.nanoTime() < deadline && isWorking.getAsBoolean()) {
      long committed = committed(group);
      long now = System.nanoTime();
      if (first == 0) {
        first = committed;
        began = now;
      }
      if (committed >= end) {
        return (committed - first) / ((now - began) / 1e9);
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
    }
    throw new IllegalStateException(group + " has ended, or has not committed all in 20 minutes");
  }

  private long committed(String group) throws InterruptedException {
    try {
      return sum(
          await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()),
          offset -> offset == null ? 0 : offset.offset());
    } catch (GroupIdNotFoundException notYet) {
      return 0;
    }
  }

  private static <T> long sum(Map<TopicPartition, T> of, Function<T, Long> offset) {
    return of.values().stream().mapToLong(offset::apply).sum();
  }

  private static <T> T await(KafkaFuture<T> answer) throws InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof KafkaException known) {
        throw known;
      }
      throw new KafkaException(e.getCause());
    }
  }

  @Override
  public void close() {
    admin.close();
    end.run();
  }
}
