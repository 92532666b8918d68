package dev.tidings.summary;

import dev.tidings.update.ThreadId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From when to when a thread was in force; that of diplomatic ties, from when to when they were
 * severed.
 *
 * @param from the first day (UTC)
 * @param to the last day; absent where it still is
 */
public record TimeInForce(ThreadId thread, LocalDate from, @Nullable LocalDate to) {}
