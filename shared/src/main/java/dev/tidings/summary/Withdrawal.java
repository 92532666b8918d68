package dev.tidings.summary;

import dev.tidings.update.PubStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An update that readers must no longer use; its text is gone.
 *
 * @param version the edition that withdrew it
 * @param versionCreated when it was withdrawn
 * @param edNote why, as the desk put it
 */
public record Withdrawal(
    String uri,
    int version,
    PubStatus pubStatus,
    Instant versionCreated,
    @Nullable String edNote) {}
