package dev.tidings.wire;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What each process of ours uses at Kafka, declared once: the process takes its names from here,
 * and its rights are made of them.
 */
public enum Role {
  GATEWAY("tidings-gateway", "tidings-gateway", Topic.updates(), Topic.updates()),
  /** It writes updates too: the end of an embargo and the lapse of a thread come by the log. */
  SUMMARISE(
      "tidings-summarise",
      "tidings-summarise",
      Topic.updates(),
      and(Topic.updates(), Topic.SUMMARIES, Topic.NOTIFICATIONS, Topic.REJECTED)),
  FEED(
      "tidings-feed",
      "tidings-webhooks",
      and(Topic.updates(), Topic.NOTIFICATIONS, Topic.SUBSCRIPTIONS, Topic.CURSORS),
      and(List.of(), Topic.SUBSCRIPTIONS, Topic.CURSORS)),
  /** Whoever uses {@code tidings publish} at Kafka itself. */
  PUBLISH("tidings-publish", "tidings-publish", List.of(), Topic.updates());

  private final String userName;
  private final String group;

  @SuppressWarnings("Immutable") // A copy.
  private final List<String> reads;

  @SuppressWarnings("Immutable") // A copy.
  private final List<String> writes;

  Role(String userName, String group, List<String> reads, List<String> writes) {
    this.userName = userName;
    this.group = group;
    this.reads = List.copyOf(reads);
    this.writes = List.copyOf(writes);
  }

  /** Its user name at a Kafka that asks who somebody is. */
  public String userName() {
    return userName;
  }

  /** The consumer group that divides its work; a gateway and a publisher have none. */
  public String group() {
    return group;
  }

  /** Whether it works in a group. */
  public boolean isInAGroup() {
    return this == SUMMARISE || this == FEED;
  }

  /** With what each of its transactional ids begins. */
  public String transactions() {
    return group + "-";
  }

  /** The names of the topics that it reads. */
  public List<String> reads() {
    return reads;
  }

  /** The names of the topics that it writes. */
  public List<String> writes() {
    return writes;
  }

  /**
   * A record that this role is about to send.
   *
   * @throws IllegalStateException when its topic is not declared here: a Kafka that asks who
   *     somebody is would refuse it
   */
  public <K, V> ProducerRecord<K, V> writing(ProducerRecord<K, V> record) {
    if (!writes.contains(record.topic())) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT, "%s writes %s; expected one of %s", userName, record.topic(), writes));
    }
    return record;
  }

  private static List<String> and(List<String> some, Topic... more) {
    return Stream.concat(some.stream(), Stream.of(more).map(Topic::topicName)).toList();
  }
}
