package dev.tidings.access;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

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
  TOPICS("tidings-topics", onAllTopics(CREATE), lookAtTopics()),
  GATEWAY(
      "tidings-gateway",
      on(Topic.updates(), READ),
      on(Topic.updates(), WRITE),
      transactions("tidings-gateway-"),
      lookAtTopics()),
  SUMMARISE(
      "tidings-summarise",
      on(Topic.updates(), READ),
      on(Topic.SUMMARIES, WRITE),
      on(Topic.NOTIFICATIONS, WRITE),
      on(Topic.REJECTED, WRITE),
      group("tidings-summarise"),
      transactions("tidings-summarise-"),
      lookAtTopics()),
  FEED(
      "tidings-feed",
      on(Topic.updates(), READ),
      on(Topic.NOTIFICATIONS, READ),
      on(Topic.SUBSCRIPTIONS, READ),
      on(Topic.SUBSCRIPTIONS, WRITE),
      on(Topic.CURSORS, READ),
      on(Topic.CURSORS, WRITE),
      group("tidings-webhooks"),
      transactions("tidings-webhooks-"),
      lookAtTopics()),
  /** Whoever uses {@code tidings publish} at Kafka itself. */
  PUBLISH(
      "tidings-publish",
      on(Topic.updates(), WRITE),
      transactions("tidings-publish-"),
      lookAtTopics()),
  /** A newsroom's Kafka clients, whose groups are named {@code reader-…}. */
  READER(
      "tidings-reader",
      on(Topic.updates(), READ),
      on(Topic.SUMMARIES, READ),
      on(Topic.NOTIFICATIONS, READ),
      groups("reader-"));

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

  private static List<Right> transactions(String prefix) {
    return prefixed(ResourceType.TRANSACTIONAL_ID, prefix, WRITE);
  }

  private static List<Right> prefixed(ResourceType type, String prefix, AclOperation operation) {
    return List.of(new Right(new ResourcePattern(type, prefix, PatternType.PREFIXED), operation));
  }
}
