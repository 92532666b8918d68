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
 * Once it has read all that stood there when it began, it says of itself what time has changed: not
 * before, as what it has not read may have said so already, or may have moved the moment.
 */
final class Share {

  /** Where the history of each of its partitions ends. */
  private final Map<TopicPartition, Long> historyEnds;

  /** Where each of its partitions ended when it began. */
  private final Map<TopicPartition, Long> ends;

  private final Map<TopicPartition, Long> committed;
  private final Map<Relationship, RelationshipState> states = new HashMap<>();
  private final Deadlines deadlines = new Deadlines();
  private boolean live;

  Share(Map<TopicPartition, Long> historyEnds, Map<TopicPartition, Long> ends) {
    this.historyEnds = Map.copyOf(historyEnds);
    this.ends = Map.copyOf(ends);
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

  /** Whether a reader at this position has seen all that stood there when this began. */
  boolean hasCaughtUp(TopicPartition partition, long position) {
    return position >= ends.getOrDefault(partition, 0L);
  }

  boolean isCommitted(TopicPartition partition, long position) {
    return position == committed.getOrDefault(partition, 0L);
  }

  void committed(TopicPartition partition, long position) {
    committed.put(partition, position);
  }

  Deadlines deadlines() {
    return deadlines;
  }

  RelationshipState stateOf(RelationshipUpdate update) {
    return states.computeIfAbsent(update.relationship(), RelationshipState::new);
  }
}
