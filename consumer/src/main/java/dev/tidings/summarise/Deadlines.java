package dev.tidings.summarise;

import dev.tidings.party.Relationship;
import dev.tidings.relationship.RelationshipState;
import dev.tidings.update.RelationshipUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What time alone will change in a share's relationships: of each the next moment, and the record
 * that says that it has come.
 *
 * <p>A record is handed out once for its moment; when it comes back by the log, the relationship
 * has changed, and has another next moment. So one that was overdue for long goes through its
 * moments one by one, as it would have done in time. Where Kafka's clock was behind ours, what came
 * back changed nothing, and is handed out once more when Kafka's clock has reached the moment.
 */
final class Deadlines {

  /**
   * A record and from when it may be handed out: from its moment on, or later where Kafka's clock
   * is behind ours.
   */
  private record Due(Instant from, RelationshipUpdate fact) {

    private static final Comparator<Due> EARLIEST_FIRST =
        Comparator.comparing(Due::from).thenComparing(due -> due.fact().relationship());

    Instant moment() {
      return fact.versionCreated();
    }
  }

  /** A moment that Kafka's clock had not reached, and when by our clock it will have. */
  private record Early(Instant moment, Instant notBefore) {}

  private final Set<RelationshipState> changed = new HashSet<>();
  private final Map<Relationship, Due> next = new HashMap<>();
  private final NavigableSet<Due> waiting = new TreeSet<>(Due.EARLIEST_FIRST);
  private final Map<Relationship, Instant> onTheirWay = new HashMap<>();
  private final Map<Relationship, Early> early = new HashMap<>();

  /** Whatever is next for this relationship may be another thing now; it is asked when needed. */
  void changed(RelationshipState state) {
    changed.add(state);
  }

  /**
   * A record that was handed out has come back.
   *
   * @param stored when, by Kafka's clock
   * @param now by ours
   */
  void cameBack(RelationshipState state, Instant stored, Instant now) {
    Relationship relationship = state.relationship();
    Instant moment = onTheirWay.get(relationship);
    if (moment != null && stored.isBefore(moment)) {
      onTheirWay.remove(relationship);
      early.put(relationship, new Early(moment, now.plus(Duration.between(stored, moment))));
    }
  }

  /** The records of moments that have come, the earliest first, none of them a second time. */
  List<RelationshipUpdate> take(Instant now, int most) {
    changed.forEach(this::ask);
    changed.clear();
    List<RelationshipUpdate> over = new ArrayList<>();
    while (over.size() < most && !waiting.isEmpty()) {
      Due first = waiting.first();
      if (first.from().isAfter(now)) {
        break;
      }
      waiting.remove(first);
      onTheirWay.put(first.fact().relationship(), first.moment());
      over.add(first.fact());
    }
    return over;
  }

  /** Number of records that were handed out and have not come back. */
  int onTheirWay() {
    return onTheirWay.size();
  }

  private void ask(RelationshipState state) {
    Relationship relationship = state.relationship();
    Due former = next.remove(relationship);
    if (former != null) {
      waiting.remove(former);
    }
    Optional<Due> due = state.nextDue().map(this::due);
    due.ifPresent(one -> next.put(relationship, one));
    Instant moment = due.map(Due::moment).orElse(Instant.MAX);
    if (!moment.equals(onTheirWay.get(relationship))) {
      onTheirWay.remove(relationship);
      due.ifPresent(waiting::add);
    }
  }

  private Due due(RelationshipUpdate fact) {
    Early tried = early.get(fact.relationship());
    if (tried != null && tried.moment().equals(fact.versionCreated())) {
      return new Due(tried.notBefore(), fact);
    }
    early.remove(fact.relationship());
    return new Due(fact.versionCreated(), fact);
  }
}
