package dev.tidings.relationship;

import dev.tidings.summary.StandingThread;
import dev.tidings.summary.StandingThread.Superseded;
import dev.tidings.summary.ThreadState;
import dev.tidings.update.Contribution;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.Effect;
import dev.tidings.update.Standing;
import dev.tidings.update.ThreadId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thread's contributions, in the order of the timeline, become its state.
 *
 * <p>A thread begins with whatever is first known of it, and again with the first contribution
 * after it ended or lapsed. What suspends it may give terms of its own; when it resumes without
 * terms, those from before the suspension hold again, and so does the day until which they hold.
 * One that is first known suspended holds since it resumed.
 */
final class ThreadFold {

  private static final int MOST_LISTED = 10;

  private record Terms(String text, EdtfDate since, String update) {}

  private ThreadState state = ThreadState.ENDED;
  private @Nullable EdtfDate since;
  private @Nullable EdtfDate changed;
  private @Nullable EdtfDate until;
  private @Nullable Terms terms;
  private @Nullable Terms beforeSuspension;
  private @Nullable EdtfDate untilBeforeSuspension;
  private boolean held;
  private Standing standing = Standing.CONFIRMED;
  private final List<String> updates = new ArrayList<>();
  private final List<Superseded> superseded = new ArrayList<>();

  private ThreadFold() {}

  static StandingThread of(ThreadId id, List<Current> contributions, LocalDate asOf) {
    ThreadFold fold = new ThreadFold();
    contributions.forEach(fold::apply);
    return fold.standing(id, asOf);
  }

  private void apply(Current current) {
    Contribution contribution = current.contribution().orElseThrow();
    EdtfDate occurred = current.update().occurred();
    Effect effect = contribution.effect();
    boolean over = state == ThreadState.ENDED || hasLapsedBy(occurred.earliest());
    if (since == null || (over && effect != Effect.ENDS)) {
      begin(occurred);
    }
    Terms given =
        contribution.terms() == null
            ? null
            : new Terms(contribution.terms(), occurred, current.uri());
    switch (effect) {
      case BEGINS -> hold(occurred, given, contribution.until());
      case RESUMES -> resume(occurred, given, contribution.until());
      case CHANGES -> hold(occurred, given == null ? terms : given, orBefore(contribution.until()));
      case SUSPENDS -> {
        if (state != ThreadState.SUSPENDED) {
          beforeSuspension = terms;
          untilBeforeSuspension = until;
        }
        setTerms(given);
        until = orBefore(contribution.until());
        state = ThreadState.SUSPENDED;
      }
      case ENDS -> {
        setTerms(given);
        until = null;
        state = ThreadState.ENDED;
      }
    }
    changed = occurred;
    standing = current.update().standing();
    updates.add(current.uri());
  }

  private void begin(EdtfDate occurred) {
    since = occurred;
    until = null;
    terms = null;
    beforeSuspension = null;
    untilBeforeSuspension = null;
    held = false;
    updates.clear();
    superseded.clear();
  }

  private void resume(EdtfDate occurred, @Nullable Terms given, @Nullable EdtfDate to) {
    boolean suspended = state == ThreadState.SUSPENDED;
    EdtfDate before = suspended ? untilBeforeSuspension : until;
    hold(occurred, given == null && suspended ? beforeSuspension : given, to == null ? before : to);
  }

  private void hold(EdtfDate occurred, @Nullable Terms given, @Nullable EdtfDate to) {
    if (!held) {
      since = occurred;
      held = true;
    }
    // Beginning anew what holds already says nothing against its terms.
    setTerms(given == null && state == ThreadState.IN_FORCE ? terms : given);
    until = to;
    state = ThreadState.IN_FORCE;
  }

  private void setTerms(@Nullable Terms given) {
    if (terms != null && (given == null || !terms.text.equals(given.text))) {
      superseded.add(new Superseded(terms.text, terms.since, terms.update));
    }
    if (terms == null || given == null || !terms.text.equals(given.text)) {
      terms = given;
    }
  }

  private @Nullable EdtfDate orBefore(@Nullable EdtfDate to) {
    return to == null ? until : to;
  }

  private boolean hasLapsedBy(LocalDate day) {
    return until != null && until.latest().isBefore(day);
  }

  private StandingThread standing(ThreadId id, LocalDate asOf) {
    boolean lapsed = state != ThreadState.ENDED && hasLapsedBy(asOf);
    List<Superseded> before = new ArrayList<>(superseded);
    Collections.reverse(before);
    return new StandingThread(
        id,
        lapsed ? ThreadState.LAPSED : state,
        Objects.requireNonNull(since),
        Objects.requireNonNull(lapsed ? until : changed),
        terms == null ? null : terms.text,
        until,
        standing,
        listed(),
        before.stream().limit(MOST_LISTED).toList());
  }

  private List<String> listed() {
    if (updates.size() <= MOST_LISTED) {
      return updates;
    }
    List<String> listed = new ArrayList<>(updates.subList(0, 1));
    listed.addAll(updates.subList(updates.size() - MOST_LISTED + 1, updates.size()));
    return listed;
  }
}
