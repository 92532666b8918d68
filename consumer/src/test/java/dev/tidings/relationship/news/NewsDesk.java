package dev.tidings.relationship.news;

import dev.tidings.fixture.UpdateFixture;
import dev.tidings.notification.Notification;
import dev.tidings.notification.Reason;
import dev.tidings.party.Relationship;
import dev.tidings.relationship.Histories;
import dev.tidings.relationship.RelationshipState;
import dev.tidings.relationship.edition.Transition;
import dev.tidings.relationship.view.View;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.NotificationJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Publishes one update after another and keeps what readers are told of the last. */
public final class NewsDesk {

  private final RelationshipState state;
  private Instant publishedAt = Instant.parse("2024-01-20T00:00:00Z");

  public NewsDesk() {
    this(Histories.IRAN_AND_PAKISTAN);
  }

  public NewsDesk(Relationship relationship) {
    this.state = new RelationshipState(relationship);
  }

  public NewsDesk at(String instant) {
    publishedAt = Instant.parse(instant);
    return this;
  }

  /** All but the last as history. */
  public static List<Notification> lastOf(UpdateFixture... updates) {
    NewsDesk desk = new NewsDesk();
    List<Notification> told = List.of();
    for (UpdateFixture update : updates) {
      told = desk.publish(update);
    }
    return told;
  }

  public List<Notification> publish(UpdateFixture update) {
    return publish(update.get());
  }

  /** What the worker does with a record. */
  public List<Notification> publish(RelationshipUpdate update) {
    View before = state.isKnown() ? state.view(null) : null;
    List<Transition> transitions = state.add(update);
    if (!state.isKnown()) {
      return List.of();
    }
    View after = state.view(before);
    return Announcements.of(transitions, state.lapses(before, after), before, after, publishedAt);
  }

  /** What the worker publishes when the next embargo ends or the next thread lapses. */
  public RelationshipUpdate due() {
    return state.nextDue().orElseThrow();
  }

  public RelationshipState state() {
    return state;
  }

  public static List<Reason> reasons(List<Notification> told) {
    return told.stream().map(Notification::reason).toList();
  }

  public static String json(List<Notification> told) {
    StringBuilder all = new StringBuilder();
    for (Notification notification : told) {
      all.append(new String(NotificationJson.write(notification), StandardCharsets.UTF_8));
    }
    return all.toString();
  }
}
