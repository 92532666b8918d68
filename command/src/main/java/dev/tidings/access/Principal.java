package dev.tidings.access;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import dev.tidings.wire.Role;
import dev.tidings.wire.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Who works with Kafka, and all that each may do there. Kafka itself allows whoever may read or
 * write something to describe it.
 */
public enum Principal {
  TOPICS(
      "tidings-topics",
      onAllTopics(CREATE),
      lookAtTopics(),
      prefixed(ResourceType.GROUP, "tidings-", DESCRIBE_CONFIGS)),
  GATEWAY(Role.GATEWAY),
  SUMMARISE(Role.SUMMARISE),
  FEED(Role.FEED),
  /** Whoever uses {@code tidings publish} at Kafka itself. */
  PUBLISH(Role.PUBLISH),
  /**
   * Kafka clients of a desk that prepares what is under embargo: it reads updates as they were
   * published, withdrawn ones too. Its groups are named {@code reader-…}.
   */
  READER(
      "tidings-reader",
      on(Topic.updates(), READ),
      on(Topic.SUMMARIES, READ),
      on(Topic.NOTIFICATIONS, READ),
      groups("reader-")),

  /**
   * Kafka clients of anybody else: what changed and how each pair stands, nothing before its time.
   * Their groups are named {@code follower-…}.
   */
  FOLLOWER(
      "tidings-follower",
      on(Topic.SUMMARIES, READ),
      on(Topic.NOTIFICATIONS, READ),
      groups("follower-"));

  private record Right(ResourcePattern resource, AclOperation operation) {}

  private final String principalName;

  @SuppressWarnings("Immutable") // A copy, of Kafka's types that never change.
  private final List<Right> rights;

  @SafeVarargs
  Principal(String principalName, List<Right>... rights) {
    this.principalName = principalName;
    List<Right> all = new ArrayList<>();
    for (List<Right> some : rights) {
      all.addAll(some);
    }
    this.rights = List.copyOf(all);
  }

  Principal(Role role) {
    this(
        role.userName(),
        on(role.reads(), READ),
        on(role.writes(), WRITE),
        role.isInAGroup() ? group(role.group()) : List.of(),
        prefixed(ResourceType.TRANSACTIONAL_ID, role.transactions(), WRITE),
        lookAtTopics());
  }

  /** Its user name at Kafka. */
  public String principalName() {
    return principalName;
  }

  /** All that it may do, from any host. */
  public List<AclBinding> acls() {
    return rights.stream()
        .map(
            right ->
                new AclBinding(
                    right.resource(),
                    new AccessControlEntry(
                        "User:" + principalName, "*", right.operation(), AclPermissionType.ALLOW)))
        .toList();
  }

  private static List<Right> on(Topic topic, AclOperation operation) {
    return on(List.of(topic.topicName()), operation);
  }

  private static List<Right> on(List<String> topics, AclOperation operation) {
    return topics.stream()
        .map(topic -> new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL))
        .map(topic -> new Right(topic, operation))
        .toList();
  }

  /** Every role looks at the shape of all topics before it starts. */
  private static List<Right> lookAtTopics() {
    return Stream.of(AclOperation.DESCRIBE, DESCRIBE_CONFIGS)
        .flatMap(operation -> onAllTopics(operation).stream())
        .toList();
  }

  private static List<Right> onAllTopics(AclOperation operation) {
    return prefixed(ResourceType.TOPIC, "relations.", operation);
  }

  private static List<Right> group(String name) {
    return List.of(
        new Right(new ResourcePattern(ResourceType.GROUP, name, PatternType.LITERAL), READ));
  }

  private static List<Right> groups(String prefix) {
    return prefixed(ResourceType.GROUP, prefix, READ);
  }

  private static List<Right> prefixed(ResourceType type, String prefix, AclOperation operation) {
    return List.of(new Right(new ResourcePattern(type, prefix, PatternType.PREFIXED), operation));
  }
}
