package dev.tidings.bench.peer;

import dev.tidings.notification.Notification;
import dev.tidings.party.Relationship;
import dev.tidings.relationship.RelationshipState;
import dev.tidings.relationship.edition.Transition;
import dev.tidings.relationship.news.Announcements;
import dev.tidings.relationship.time.Lapse;
import dev.tidings.relationship.view.View;
import dev.tidings.summary.Summary;
import dev.tidings.update.RelationshipUpdate;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fold of Tidings, as whoever builds on another frame would use it: each update gives its
 * notifications, and each relationship that was touched since the last commit one summary.
 */
public final class WholeFold {

  private final Map<Relationship, RelationshipState> states = new HashMap<>();
  private final Map<Relationship, View> touched = new LinkedHashMap<>();

  /** Takes updates that were announced before; what their summaries are is told once more. */
  public void restore(Iterator<RelationshipUpdate> updates) {
    updates.forEachRemaining(update -> stateOf(update).add(update));
    states.forEach(
        (relationship, state) -> {
          if (state.isKnown()) {
            touched.put(relationship, state.view(null));
          }
        });
  }

  /** Folds an update, and gives what readers are told. */
  public List<Notification> fold(RelationshipUpdate update, Instant publishedAt) {
    RelationshipState state = stateOf(update);
    View before = before(state);
    List<Transition> transitions = state.add(update);
    if (transitions.isEmpty() || !state.isKnown()) {
      return List.of();
    }
    View after = state.view(before);
    touched.put(state.relationship(), after);
    List<Lapse> lapses = state.lapses(before, after);
    return Announcements.of(transitions, lapses, before, after, publishedAt);
  }

  /** The summaries of what was touched since this was asked last. */
  public Collection<Summary> takeSummaries() {
    List<Summary> summaries = touched.values().stream().map(View::summary).toList();
    touched.clear();
    return summaries;
  }

  private @Nullable View before(RelationshipState state) {
    View last = touched.get(state.relationship());
    return last == null && state.isKnown() ? state.view(null) : last;
  }

  private RelationshipState stateOf(RelationshipUpdate update) {
    return states.computeIfAbsent(update.relationship(), RelationshipState::new);
  }
}
