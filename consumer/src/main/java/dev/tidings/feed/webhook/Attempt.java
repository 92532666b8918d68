package dev.tidings.feed.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call of a receiver.
 *
 * @param seq the entry that was sent
 * @param message its {@code webhook-id}
 * @param number 1 for the first of this entry
 * @param millis how long it took
 * @param status the answer's; null without one
 * @param error why it counts as failed; null when it was taken
 */
record Attempt(
    long seq,
    String message,
    Instant at,
    int number,
    long millis,
    @Nullable Integer status,
    @Nullable String error) {}
