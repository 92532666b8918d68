package dev.tidings.relationship;

import dev.tidings.party.Relationship;
import dev.tidings.relationship.edition.Resolution;
import dev.tidings.relationship.edition.Transition;
import dev.tidings.relationship.edition.UpdateVersions;
import dev.tidings.relationship.edition.UpdateVersions.Added;
import dev.tidings.relationship.edition.UpdatesByUri;
import dev.tidings.relationship.index.StepCount;
import dev.tidings.relationship.time.Embargoes;
import dev.tidings.relationship.time.IfPublished;
import dev.tidings.relationship.time.Moment;
import dev.tidings.relationship.time.PastMoments;
import dev.tidings.relationship.timeline.ShownUpdates;
import dev.tidings.relationship.view.IndexedUpdates;
import dev.tidings.update.RelationshipUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The inside of a {@link RelationshipState}: all that is kept of a relationship, and how one more
 * update changes it. Everything that it holds is immutable; it is replaced part by part.
 */
final class Fold {

  private final Relationship relationship;
  private final StepCount steps;
  private final PastMoments past;
  private UpdatesByUri updates;
  private PastMoments.Additions additions = PastMoments.Additions.NONE;
  private IndexedUpdates indexed;
  private ShownUpdates shown;
  private WithdrawnUpdates withdrawn;
  private Embargoes embargoes = Embargoes.NONE;

  /** The latest instant at which any edition was issued: the log's own clock. */
  private Instant clock = Instant.MIN;

  /** The latest instant from which readers may know of anything in it. */
  private Instant knownAt = Instant.MIN;

  /** Whether any update says until when a thread holds; of most relationships none does. */
  private boolean mayLapse;

  private int revision;

  Fold(Relationship relationship) {
    this.relationship = relationship;
    this.steps = new StepCount();
    this.indexed = IndexedUpdates.empty(relationship, steps);
    this.past = new PastMoments(indexed, steps);
    this.updates = UpdatesByUri.none(steps);
    this.shown = ShownUpdates.empty(steps);
    this.withdrawn = WithdrawnUpdates.none(updates);
  }

  /** A copy, which shares with the other what both have in common. */
  Fold(Fold of) {
    this.relationship = of.relationship;
    this.steps = of.steps;
    this.past = of.past;
    this.updates = of.updates;
    this.additions = of.additions;
    this.indexed = of.indexed;
    this.shown = of.shown;
    this.withdrawn = of.withdrawn;
    this.embargoes = of.embargoes;
    this.clock = of.clock;
    this.knownAt = of.knownAt;
    this.mayLapse = of.mayLapse;
    this.revision = of.revision;
  }

  /** What one more update changes: of itself, and of those whose embargo it shows to be over. */
  List<Transition> add(RelationshipUpdate update) {
    check(update);
    UpdateVersions before = updates.find(update.uri());
    UpdateVersions.Addition addition = UpdateVersions.add(before, update);
    if (addition.added() == Added.DUPLICATE) {
      return List.of();
    }
    UpdateVersions versions = addition.versions();
    int visibleBefore = before == null ? 0 : before.visible(clock);
    Instant clockBefore = clock;
    additions = past.plus(additions, update.visibleFrom(), versions);
    mayLapse |= update.thread() != null && update.thread().until() != null;
    moveOn(update);
    revision += versions.visible(clock) - visibleBefore;
    Resolution was = before == null ? Resolution.NOTHING : before.resolution();
    List<Transition> transitions = new ArrayList<>();
    transitions.add(new Transition(update, addition.added(), was, put(before, versions)));
    release(update, clockBefore, transitions);
    return transitions;
  }

  /** Moves the clock on, and notes from when readers may know of an update. */
  private void moveOn(RelationshipUpdate update) {
    if (update.versionCreated().isAfter(clock)) {
      clock = update.versionCreated();
    }
    if (update.visibleFrom().isAfter(clock)) {
      embargoes = embargoes.plus(update.visibleFrom(), update.uri());
    } else if (update.visibleFrom().isAfter(knownAt)) {
      knownAt = update.visibleFrom();
    }
  }

  /** Embargoes end as the log's clock moves on. */
  private void release(
      RelationshipUpdate cause, Instant clockBefore, List<Transition> transitions) {
    Embargoes over = embargoes.endedBy(clock);
    if (over.isEmpty()) {
      return;
    }
    if (over.lastEnd().isAfter(knownAt)) {
      knownAt = over.lastEnd();
    }
    for (String uri : over.uris()) {
      UpdateVersions versions = updates.get(uri);
      if (!uri.equals(cause.uri())) {
        revision += versions.visible(clock) - versions.visible(clockBefore);
      }
      transitions.add(
          new Transition(
              cause, Added.CORROBORATION, versions.resolution(), put(versions, versions)));
    }
    embargoes = embargoes.after(clock);
  }

  /** Puts an update in the place of what was there of it, and gives what it amounts to now. */
  private Resolution put(@Nullable UpdateVersions before, UpdateVersions versions) {
    UpdateVersions now = versions.resolved(clock);
    Resolution was = before == null ? Resolution.NOTHING : before.resolution();
    Resolution is = now.resolution();
    updates = updates.with(now);
    indexed = indexed.replace(was, is);
    shown = shown.replace(before, now);
    if (is instanceof Resolution.Withdrawn) {
      withdrawn = withdrawn.plus(now.uri(), updates);
    } else if (was instanceof Resolution.Withdrawn) {
      withdrawn = withdrawn.minus(now.uri(), updates);
    }
    return is;
  }

  private void check(RelationshipUpdate update) {
    if (!relationship.includes(update.actor()) || !relationship.includes(update.counterpart())) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "update of %s; expected one of %s",
              update.relationship(),
              relationship));
    }
  }

  /** What would be known, were one more update there. */
  IfPublished ifPublished(RelationshipUpdate update) {
    check(update);
    return new IfPublished(updates, embargoes, clock, update);
  }

  /** What was known at an instant. An embargo is over once the log has reached its end. */
  Moment momentOf(Instant instant) {
    return instant.isBefore(clock) ? past.at(instant, updates, additions) : now();
  }

  /** What is known now. */
  Moment now() {
    return new Moment(indexed, revision);
  }

  Relationship relationship() {
    return relationship;
  }

  StepCount steps() {
    return steps;
  }

  UpdatesByUri updates() {
    return updates;
  }

  IndexedUpdates indexed() {
    return indexed;
  }

  ShownUpdates shown() {
    return shown;
  }

  WithdrawnUpdates withdrawn() {
    return withdrawn;
  }

  Embargoes embargoes() {
    return embargoes;
  }

  Instant clock() {
    return clock;
  }

  Instant knownAt() {
    return knownAt;
  }

  boolean mayLapse() {
    return mayLapse;
  }

  int revision() {
    return revision;
  }
}
