package dev.tidings.feed.webhook;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a subscription is: the value of a record on {@code relations.cursors}, which only the
 * process that delivers writes.
 *
 * @param seq the last entry that was taken, or that the filter dropped
 * @param replays how many of the subscription's replays are carried out
 * @param resumes how many of its resumptions are
 * @param failures in a row, of the entry that is next
 * @param next when that is tried again; null, at once
 * @param halt why nothing is sent; null when it is
 * @param recent the last attempts, the newest first
 */
record Progress(
    long seq,
    int replays,
    int resumes,
    int failures,
    @Nullable Instant next,
    @Nullable Halt halt,
    List<Attempt> recent) {

  /** How many attempts are kept. */
  static final int RECENT = 20;

  /** Why a subscription was disabled, for its owner to read. */
  record Halt(String reason, Instant since) {}

  Progress {
    recent = List.copyOf(recent);
  }

  static Progress startOf(Subscription subscription) {
    return new Progress(
        subscription.after(),
        subscription.replays(),
        subscription.resumes(),
        0,
        null,
        null,
        List.of());
  }

  /** After what was asked for since: the last replay, and the last resumption. */
  Progress obeying(Subscription subscription) {
    boolean isReplay = subscription.replays() > replays;
    boolean isResumption = subscription.resumes() > resumes;
    if (!isReplay && !isResumption) {
      return this;
    }
    return new Progress(
        isReplay ? subscription.after() : seq,
        subscription.replays(),
        subscription.resumes(),
        0,
        null,
        isResumption ? null : halt,
        recent);
  }

  /** After entries that the filter dropped. */
  Progress passing(long dropped) {
    return new Progress(dropped, replays, resumes, failures, next, halt, recent);
  }

  Progress taking(long taken, Attempt attempt) {
    return new Progress(taken, replays, resumes, 0, null, null, with(attempt));
  }

  Progress failing(Attempt attempt, Instant tryAgain) {
    return new Progress(seq, replays, resumes, failures + 1, tryAgain, null, with(attempt));
  }

  Progress halting(Attempt attempt, String reason) {
    return new Progress(
        seq, replays, resumes, failures + 1, null, new Halt(reason, attempt.at()), with(attempt));
  }

  /** After an attempt that no longer matters: the subscription was sent elsewhere meanwhile. */
  Progress noting(Attempt attempt) {
    return new Progress(seq, replays, resumes, failures, next, halt, with(attempt));
  }

  private List<Attempt> with(Attempt newest) {
    return Stream.concat(Stream.of(newest), recent.stream()).limit(RECENT).toList();
  }
}
