package dev.tidings.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates the topics, or finds that they are there in the right shape. */
public final class Topics implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Topics.class);

  /** After this time without a heartbeat a worker or a courier should be replaced. */
  public static final Duration SOON = Duration.ofSeconds(6);

  private static final String SESSION_TIMEOUT = "consumer.session.timeout.ms";

  private final AdminConnection kafka;

  private Topics(AdminConnection kafka) {
    this.kafka = kafka;
  }

  /**
   * Opens a connection.
   *
   * @param client Kafka client properties, {@code bootstrap.servers} among them
   * @throws KafkaUnusable at once when the properties are wrong
   */
  public static Topics at(Map<String, Object> client) {
    return new Topics(AdminConnection.to(client));
  }

  /**
   * Creates those that are missing, checks all, and waits until each can be written to. Those of
   * earlier versions, whose records have the time that a producer says, get Kafka's own from now on
   * where we may alter them. Safe to repeat.
   *
   * @param partitions of the divided topics, 1 … 10,000
   * @return whether nothing was ever written to any of them
   * @throws KafkaUnusable when Kafka does not answer within 10 s, refuses, or has topics of another
   *     shape
   */
  public boolean create(int partitions) {
    List<NewTopic> wanted =
        Arrays.stream(Topic.values())
            .map(
                topic ->
                    new NewTopic(
                            topic.topicName(),
                            Optional.of(topic.isDivided() ? partitions : 1),
                            Optional.empty())
                        .configs(topic.settings()))
            .toList();
    kafka.admin().createTopics(wanted).values().values().forEach(this::awaitCreation);
    awaitAll();
    stampOnArrival();
    int found = check();
    if (found != partitions) {
      throw new KafkaUnusable(
          String.format(
                  Locale.ROOT,
                  "Kafka at %s has the topics of Tidings with %d partitions, expected %d; a relationship",
                  kafka.bootstrap(),
                  found,
                  partitions)
              + " would change its partition, so this number cannot be changed");
    }
    return awaitLeaders(partitions).stream().allMatch(end -> end.offset() == 0);
  }

  /**
   * Finds the number of partitions of the divided topics.
   *
   * @throws KafkaUnusable when Kafka does not answer within 10 s, refuses, or the topics are not
   *     there or have another shape
   */
  public int check() {
    Map<String, Integer> found = found();
    List<String> problems = new ArrayList<>();
    int partitions =
        Arrays.stream(Topic.values())
            .filter(topic -> topic.isDivided() && found.containsKey(topic.topicName()))
            .findFirst()
            .map(topic -> found.getOrDefault(topic.topicName(), 0))
            .orElse(0);
    for (Topic topic : Topic.values()) {
      int expected = topic.isDivided() ? partitions : 1;
      Integer has = found.get(topic.topicName());
      if (has == null) {
        problems.add(topic.topicName() + " is missing");
      } else if (has != expected) {
        problems.add(
            String.format(
                Locale.ROOT,
                "%s has %d partitions, expected %d",
                topic.topicName(),
                has,
                expected));
      }
    }
    if (problems.isEmpty()) {
      problems.addAll(wrongSettings());
    }
    if (!problems.isEmpty()) {
      throw new KafkaUnusable(
          String.format(
              Locale.ROOT,
              "Kafka at %s has not the topics of Tidings: %s",
              kafka.bootstrap(),
              String.join(", ", problems)));
    }
    return partitions;
  }

  /**
   * Names a topic as no other topic was ever named, of this Kafka or another: cursors are offsets,
   * and mean something in one log alone.
   */
  public String identityOf(Topic topic) {
    return kafka
        .await(kafka.admin().describeTopics(List.of(topic.topicName())).allTopicNames())
        .values()
        .iterator()
        .next()
        .topicId()
        .toString();
  }

  /** The first offset that a topic of one partition still has; more than 0 after a deletion. */
  public long beginningOf(Topic topic) {
    TopicPartition only = new TopicPartition(topic.topicName(), 0);
    return kafka
        .await(kafka.admin().listOffsets(Map.of(only, OffsetSpec.earliest())).partitionResult(only))
        .offset();
  }

  /**
   * How long Kafka waits for a dead member of each of our groups, by the group, where that is
   * longer than {@link #SOON}. Nothing where Kafka does not say: it may not know the question, or
   * let only others ask it.
   */
  public Map<String, Duration> slowGroups() {
    Map<String, Duration> slow = new TreeMap<>();
    for (Role role : List.of(Role.SUMMARISE, Role.FEED)) {
      ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, role.group());
      try {
        ConfigEntry timeout =
            kafka
                .await(kafka.admin().describeConfigs(List.of(group)).all())
                .getOrDefault(group, new Config(List.of()))
                .get(SESSION_TIMEOUT);
        Duration found =
            timeout == null ? SOON : Duration.ofMillis(Long.parseLong(timeout.value()));
        if (found.compareTo(SOON) > 0) {
          slow.put(role.group(), found);
        }
      } catch (KafkaUnusable e) {
        LOG.atDebug().setCause(e).addKeyValue("group", role.group()).log("not told its timeout");
      }
    }
    return slow;
  }

  /** How many partitions each topic of ours has, of those that are there. */
  private Map<String, Integer> found() {
    Map<String, Integer> found = new TreeMap<>();
    kafka
        .admin()
        .describeTopics(Arrays.stream(Topic.values()).map(Topic::topicName).toList())
        .topicNameValues()
        .forEach(
            (name, answer) -> {
              try {
                found.put(name, kafka.await(answer).partitions().size());
              } catch (UnknownTopicOrPartitionException e) {
                // It is not there: whoever asks sees that nothing was found.
              }
            });
    return found;
  }

  /** A topic that forgets, or keeps the last of a key alone, would lose updates without a word. */
  private List<String> wrongSettings() {
    Map<ConfigResource, Config> found =
        kafka.await(
            kafka
                .admin()
                .describeConfigs(
                    Arrays.stream(Topic.values()).map(topic -> resource(topic)).toList())
                .all());
    List<String> problems = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      Config config = found.getOrDefault(resource(topic), new Config(List.of()));
      topic
          .settings()
          .forEach(
              (name, expected) -> {
                ConfigEntry entry = config.get(name);
                if (entry != null && !isEnough(name, entry.value(), expected)) {
                  problems.add(
                      String.format(
                          Locale.ROOT,
                          "%s has %s=%s, expected %s",
                          topic.topicName(),
                          name,
                          entry.value(),
                          expected));
                }
              });
    }
    return problems;
  }

  private void stampOnArrival() {
    Map<ConfigResource, Collection<AlterConfigOp>> alterations = new HashMap<>();
    for (Topic topic : Topic.values()) {
      String expected = topic.settings().get(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG);
      if (expected != null) {
        ConfigEntry entry = new ConfigEntry(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, expected);
        alterations.put(
            resource(topic), List.of(new AlterConfigOp(entry, AlterConfigOp.OpType.SET)));
      }
    }
    try {
      if (!isStampedOnArrival()) {
        kafka.await(kafka.admin().incrementalAlterConfigs(alterations).all());
        awaitThat(this::isStampedOnArrival);
      }
    } catch (KafkaUnusable | UnknownTopicOrPartitionException e) {
      LOG.atDebug().setCause(e).log("the topics cannot be altered; check() says what is wrong");
    }
  }

  private boolean isStampedOnArrival() {
    return wrongSettings().stream()
        .noneMatch(wrong -> wrong.contains(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG));
  }

  private static boolean isEnough(String name, String value, String expected) {
    return name.equals(TopicConfig.MAX_MESSAGE_BYTES_CONFIG)
        ? Long.parseLong(value) >= Long.parseLong(expected)
        : value.equals(expected);
  }

  private static ConfigResource resource(Topic topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName());
  }

  /** Brokers learn of new topics a moment after the controller has made them. */
  private void awaitAll() {
    awaitThat(() -> found().size() == Topic.values().length);
  }

  /**
   * Brokers do what the controller has decided a moment later; whoever asks then sees it or not.
   */
  private static void awaitThat(BooleanSupplier isSo) {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(AdminConnection.WAIT_SECONDS);
    while (!isSo.getAsBoolean() && System.nanoTime() < giveUp) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  /**
   * A leader takes any first sequence number from a producer that it does not know. Had it refused
   * that producer's first batch because it did not lead yet, it would take the second for the
   * first, and refuse the first for ever. So nobody writes before all leaders answer: with where
   * their partitions end.
   */
  private Collection<ListOffsetsResultInfo> awaitLeaders(int partitions) {
    Map<TopicPartition, OffsetSpec> all = new HashMap<>();
    for (Topic topic : Topic.values()) {
      for (int n = 0; n < (topic.isDivided() ? partitions : 1); n++) {
        all.put(new TopicPartition(topic.topicName(), n), OffsetSpec.latest());
      }
    }
    return kafka.await(kafka.admin().listOffsets(all).all()).values();
  }

  @Override
  public void close() {
    kafka.close();
  }

  private void awaitCreation(KafkaFuture<Void> creation) {
    try {
      kafka.await(creation);
    } catch (TopicExistsException e) {
      // It is there already: check() says whether it has the right shape.
    }
  }
}
