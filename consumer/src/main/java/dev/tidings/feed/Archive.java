package dev.tidings.feed;

import dev.tidings.party.Relationship;
import dev.tidings.relationship.RelationshipState;
import dev.tidings.summary.Summary;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.Reading;
import dev.tidings.wire.SummaryJson;
import dev.tidings.wire.Topic;
import dev.tidings.wire.TopicReader;
import dev.tidings.wire.UpdateRecords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All updates that stand on the topics, ready to be asked about any day. */
public final class Archive {

  private final SortedMap<Relationship, RelationshipState> states = new TreeMap<>();

  private Archive() {}

  /**
   * Reads the update topics to their present end.
   *
   * @param client Kafka client properties, {@code bootstrap.servers} among them
   */
  public static Archive read(Map<String, Object> client) {
    Archive archive = new Archive();
    TopicReader.readAll(
        client,
        Topic.updates(),
        record -> {
          if (UpdateRecords.read(record) instanceof Reading.Good<RelationshipUpdate> good) {
            archive
                .states
                .computeIfAbsent(good.value().relationship(), RelationshipState::new)
                .add(good.value());
          }
        });
    return archive;
  }

  /** The relationships that have updates, in the order of their keys. */
  public List<Relationship> relationships() {
    return List.copyOf(states.keySet());
  }

  /** The summary that stands on its topic once all updates are processed; empty without any. */
  public Optional<Summary> summary(Relationship relationship) {
    return Optional.ofNullable(states.get(relationship))
        .filter(RelationshipState::isKnown)
        .map(RelationshipState::summary);
  }

  /** How a relationship stood on a day, as known at an instant: perhaps nothing was known of it. */
  public Summary summary(Relationship relationship, LocalDate asOf, Instant knownAt) {
    return states
        .getOrDefault(relationship, new RelationshipState(relationship))
        .summary(asOf, knownAt);
  }

  /**
   * The summaries that stand on their topic, as the bytes that stand there.
   *
   * @param client Kafka client properties, {@code bootstrap.servers} among them
   */
  public static SortedMap<Relationship, byte[]> readSummaries(Map<String, Object> client) {
    SortedMap<Relationship, byte[]> summaries = new TreeMap<>();
    TopicReader.readAll(
        client,
        List.of(Topic.SUMMARIES.topicName()),
        record -> {
          if (record.value() != null
              && SummaryJson.read(record.value()) instanceof Reading.Good<Summary> good) {
            summaries.put(good.value().relationship(), record.value());
          }
        });
    return summaries;
  }
}
