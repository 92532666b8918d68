package dev.tidings.summarise;

import dev.tidings.party.Relationship;
import dev.tidings.relationship.RelationshipState;
import dev.tidings.update.RelationshipUpdate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * One partition number of every update topic: the relationships whose updates stand there.
 *
 * <p>It restores first: records below the group's committed offsets are history, folded and not
 * announced. When the history of all its topics is folded it is live, and what follows is news.
 */
final class Share {

  /** Where the history of each of its partitions ends. */
  private final Map<TopicPartition, Long> historyEnds;

  private final Map<TopicPartition, Long> committed;
  private final Map<Relationship, RelationshipState> states = new HashMap<>();
  private boolean live;

  Share(Map<TopicPartition, Long> historyEnds) {
    this.historyEnds = Map.copyOf(historyEnds);
    this.committed = new HashMap<>(historyEnds);
  }

  Set<TopicPartition> partitions() {
    return historyEnds.keySet();
  }

  boolean isLive() {
    return live;
  }

  void goLive() {
    live = true;
  }

  /** Whether the record at this offset was announced before. */
  boolean isHistory(TopicPartition partition, long offset) {
    return offset < historyEnd(partition);
  }

  long historyEnd(TopicPartition partition) {
    Long end = historyEnds.get(partition);
    if (end == null) {
      throw new IllegalStateException(partition + " is not in this share");
    }
    return end;
  }

  boolean isCommitted(TopicPartition partition, long position) {
    return position == committed.getOrDefault(partition, 0L);
  }

  void committed(TopicPartition partition, long position) {
    committed.put(partition, position);
  }

  RelationshipState stateOf(RelationshipUpdate update) {
    return states.computeIfAbsent(update.relationship(), RelationshipState::new);
  }
}
