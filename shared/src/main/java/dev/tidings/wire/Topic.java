package dev.tidings.wire;

import dev.tidings.update.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The topics, declared once: their names, how many partitions they have and what they keep.
 *
 * <p>All update topics and the summaries have the same number of partitions and the same key, so
 * that partition <i>n</i> of each holds the same relationships.
 */
public enum Topic {
  VISITS("relations.visits"),
  BORDERS("relations.borders"),
  AGREEMENTS("relations.agreements"),
  DIPLOMACY("relations.diplomacy"),
  COOPERATION("relations.cooperation"),
  STATEMENTS("relations.statements"),
  SANCTIONS("relations.sanctions"),
  INCIDENTS("relations.incidents"),
  SUMMARIES("relations.summaries"),
  /** One partition: one order for every reader, whose cursor is the offset. */
  NOTIFICATIONS("relations.notifications"),
  REJECTED("relations.rejected"),
  /** Webhooks: who wants what, and where. Holds secrets and private URLs; not for readers. */
  SUBSCRIPTIONS("relations.subscriptions"),
  /** Webhooks: how far each subscription is; partition <i>n</i> is about those of the other's. */
  CURSORS("relations.cursors");

  /** Partitions of the topics that are divided, on a cluster. */
  public static final int PARTITIONS = 12;

  private static final Map<String, String> KEPT_FOR_EVER =
      Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1");

  /**
   * Updates have the time at which Kafka stored them, whatever their publisher says: who published
   * first, and how late it is, is decided by it.
   */
  private static final Map<String, String> UPDATES_KEPT_FOR_EVER =
      Map.of(
          "cleanup.policy",
          "delete",
          "retention.ms",
          "-1",
          "retention.bytes",
          "-1",
          "message.timestamp.type",
          "LogAppendTime");

  /** A rejected record may be as large as Kafka lets any be, 1 MiB, and has more headers. */
  private static final Map<String, String> REJECTED_KEPT_FOR_EVER =
      Map.of(
          "cleanup.policy",
          "delete",
          "retention.ms",
          "-1",
          "retention.bytes",
          "-1",
          "max.message.bytes",
          "2097152");

  private final String topicName;

  Topic(String topicName) {
    this.topicName = topicName;
  }

  /** The topic that carries updates of this kind. */
  public static Topic of(Kind kind) {
    return switch (kind) {
      case VISIT -> VISITS;
      case BORDER -> BORDERS;
      case AGREEMENT -> AGREEMENTS;
      case DIPLOMACY -> DIPLOMACY;
      case COOPERATION -> COOPERATION;
      case STATEMENT -> STATEMENTS;
      case SANCTION -> SANCTIONS;
      case INCIDENT -> INCIDENTS;
    };
  }

  /** The names of the topics that carry updates. */
  public static List<String> updates() {
    return Arrays.stream(Kind.values()).map(kind -> of(kind).topicName()).toList();
  }

  public String topicName() {
    return topicName;
  }

  /** Whether its partitions divide its keys among them; otherwise it has one. */
  public boolean isDivided() {
    return this != NOTIFICATIONS && this != REJECTED;
  }

  /** Kafka's settings for it. */
  public Map<String, String> settings() {
    return switch (this) {
      case SUMMARIES, SUBSCRIPTIONS, CURSORS -> Map.of("cleanup.policy", "compact");
      case REJECTED -> REJECTED_KEPT_FOR_EVER;
      case VISITS, BORDERS, AGREEMENTS, DIPLOMACY, COOPERATION, STATEMENTS, SANCTIONS, INCIDENTS ->
          UPDATES_KEPT_FOR_EVER;
      case NOTIFICATIONS -> KEPT_FOR_EVER;
    };
  }
}
