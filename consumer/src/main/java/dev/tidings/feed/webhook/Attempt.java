package dev.tidings.feed.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call of a receiver.
 *
 * @param seq the entry that was sent
 * @param id its {@code webhook-id}
 * @param attempt 1 for the first of this entry
 * @param status the answer's; null without one
 * @param problem why it counts as failed; null when it was taken
 */
record Attempt(
    long seq,
    String id,
    int attempt,
    Instant at,
    long durationMs,
    @Nullable Integer status,
    @Nullable String problem) {}
