package dev.tidings.relationship.thread;

import dev.tidings.relationship.edition.Current;
import dev.tidings.relationship.index.Period;
import dev.tidings.summary.ThreadState;
import dev.tidings.update.Contribution;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.Effect;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The state in which a move leaves its thread: whether it is in force, on what terms and until
 * when, and as much of what went before as the next move needs.
 *
 * <p>What suspends a thread may give terms of its own; when it resumes without terms, those from
 * before the suspension hold again, and so does the day until which they hold.
 *
 * @param held whether it has been in force since it began
 * @param terms what holds
 * @param until until when it holds; absent once it ended
 * @param termsBefore what held before the suspension; absent unless suspended
 * @param untilBefore until when that held
 */
record Regime(
    ThreadState state,
    boolean held,
    @Nullable Terms terms,
    @Nullable EdtfDate until,
    @Nullable Terms termsBefore,
    @Nullable EdtfDate untilBefore) {

  /** Terms that an update gave. */
  record Terms(String text, EdtfDate since, String update) {}

  /** Before a thread begins. */
  static final Regime NONE = new Regime(ThreadState.ENDED, false, null, null, null, null);

  Regime then(Contribution contribution, Current current) {
    Terms given = given(contribution, current);
    EdtfDate to = contribution.until();
    return switch (contribution.effect()) {
      case BEGINS -> holding(given, to);
      case CHANGES -> holding(given == null ? terms : given, to == null ? until : to);
      case RESUMES ->
          state == ThreadState.SUSPENDED
              ? holding(given == null ? termsBefore : given, to == null ? untilBefore : to)
              : holding(given, to == null ? until : to);
      case SUSPENDS -> suspended(given, to == null ? until : to);
      case ENDS -> new Regime(ThreadState.ENDED, held, next(given), null, null, null);
    };
  }

  /** The terms that hold no longer once the next regime does. */
  @Nullable Terms supersededBy(Regime next) {
    boolean same = terms == null || (next.terms != null && next.terms.text().equals(terms.text()));
    return same ? null : terms;
  }

  /** Whether its time has passed on this day. */
  boolean hasLapsedBy(LocalDate day) {
    return state != ThreadState.ENDED && until != null && until.latest().isBefore(day);
  }

  boolean isOverOn(LocalDate day) {
    return state == ThreadState.ENDED || hasLapsedBy(day);
  }

  /** The first day on which its time has passed. */
  LocalDate lapse() {
    return until == null || until.isOpen() ? Period.NO_END : until.latest().plusDays(1);
  }

  /** What ends a thread: the only effect after which nothing begins anew. */
  static boolean ends(Contribution contribution) {
    return contribution.effect() == Effect.ENDS;
  }

  private static @Nullable Terms given(Contribution contribution, Current current) {
    return contribution.terms() == null
        ? null
        : new Terms(contribution.terms(), current.occurred(), current.uri());
  }

  private Regime holding(@Nullable Terms given, @Nullable EdtfDate to) {
    // Beginning anew what holds already says nothing against its terms.
    Terms now = given == null && state == ThreadState.IN_FORCE ? terms : given;
    return new Regime(ThreadState.IN_FORCE, true, next(now), to, null, null);
  }

  private Regime suspended(@Nullable Terms given, @Nullable EdtfDate to) {
    boolean again = state == ThreadState.SUSPENDED;
    return new Regime(
        ThreadState.SUSPENDED,
        held,
        next(given),
        to,
        again ? termsBefore : terms,
        again ? untilBefore : until);
  }

  /** The same terms given again are those that were given first. */
  private @Nullable Terms next(@Nullable Terms given) {
    return terms == null || given == null || !terms.text().equals(given.text()) ? given : terms;
  }
}
