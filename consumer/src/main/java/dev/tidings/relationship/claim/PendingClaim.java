package dev.tidings.relationship.claim;

import dev.tidings.relationship.edition.Current;
import dev.tidings.relationship.index.Period;
import java.time.LocalDate;

/**
 * A claim on the days on which its outcome was still to come: not confirmed yet, or confirmed for a
 * time. The threads and the climate of such a day are corrected by it.
 *
 * @param confirmedInTheEnd otherwise it was on these days alone
 */
public record PendingClaim(Current claim, LocalDate from, LocalDate to, boolean confirmedInTheEnd)
    implements Period {}
