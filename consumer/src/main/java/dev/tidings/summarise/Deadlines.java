package dev.tidings.summarise;

import dev.tidings.party.Relationship;
import dev.tidings.relationship.RelationshipState;
import dev.tidings.update.RelationshipUpdate;
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
 * moments one by one, as it would have done in time.
 */
final class Deadlines {

  private static final Comparator<RelationshipUpdate> BY_MOMENT =
      Comparator.comparing(RelationshipUpdate::versionCreated)
          .thenComparing(RelationshipUpdate::relationship);

  private final Set<RelationshipState> changed = new HashSet<>();
  private final Map<Relationship, RelationshipUpdate> next = new HashMap<>();
  private final NavigableSet<RelationshipUpdate> waiting = new TreeSet<>(BY_MOMENT);
  private final Map<Relationship, Instant> onTheirWay = new HashMap<>();

  /** Whatever is next for this relationship may be another thing now; it is asked when needed. */
  void changed(RelationshipState state) {
    changed.add(state);
  }

  /** The records of moments that have come, the earliest first, none of them a second time. */
  List<RelationshipUpdate> take(Instant now, int most) {
    changed.forEach(this::ask);
    changed.clear();
    List<RelationshipUpdate> over = new ArrayList<>();
    while (over.size() < most && !waiting.isEmpty()) {
      RelationshipUpdate first = waiting.first();
      if (first.versionCreated().isAfter(now)) {
        break;
      }
      waiting.remove(first);
      onTheirWay.put(first.relationship(), first.versionCreated());
      over.add(first);
    }
    return over;
  }

  /** Number of records that were handed out and have not come back. */
  int onTheirWay() {
    return onTheirWay.size();
  }

  private void ask(RelationshipState state) {
    Relationship relationship = state.relationship();
    RelationshipUpdate former = next.remove(relationship);
    if (former != null) {
      waiting.remove(former);
    }
    Optional<RelationshipUpdate> due = state.nextDue();
    due.ifPresent(fact -> next.put(relationship, fact));
    Instant moment = due.map(RelationshipUpdate::versionCreated).orElse(Instant.MAX);
    if (!moment.equals(onTheirWay.get(relationship))) {
      onTheirWay.remove(relationship);
      due.ifPresent(waiting::add);
    }
  }
}
