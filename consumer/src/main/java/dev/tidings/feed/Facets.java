package dev.tidings.feed;

import dev.tidings.notification.Notification;
import dev.tidings.notification.Notification.About;
import dev.tidings.notification.Reason;
import dev.tidings.party.Party;
import dev.tidings.update.Kind;
import dev.tidings.update.Standing;
import java.util.List;
import java.util.Set;

/**
 * What a {@link Filter} asks of an entry, beside its relationship. There are few different ones, so
 * that a feed holds each once and looks through a million entries without reading their texts.
 *
 * @param capacities those that hold of its update
 */
record Facets(
    Reason reason,
    int urgency,
    Kind kind,
    Standing standing,
    Set<Capacity> capacities,
    List<Party> concerning) {

  Facets {
    capacities = Set.copyOf(capacities);
    concerning = List.copyOf(concerning);
  }

  static Facets of(Notification notification) {
    About update = notification.update();
    return new Facets(
        notification.reason(),
        notification.urgency(),
        update.kind(),
        update.standing(),
        Capacity.of(update.sides()),
        update.concerning());
  }

  /** Whether readers must no longer use what was told before of the same update. */
  boolean withdraw() {
    return reason == Reason.KILL || reason == Reason.WITHHELD;
  }

  /** Whether it is background. */
  boolean wakeNobody() {
    return urgency == Notification.BACKGROUND;
  }
}
