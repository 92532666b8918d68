package dev.tidings.relationship;

import dev.tidings.relationship.edition.Current;
import dev.tidings.relationship.index.Period;
import java.time.LocalDate;

/**
 * A claim, on the days on which it stood otherwise than it does in the end: not confirmed yet, or
 * confirmed for a time.
 *
 * @param confirmedInTheEnd otherwise it was on these days alone
 */
record Undecided(Current claim, LocalDate from, LocalDate to, boolean confirmedInTheEnd)
    implements Period {}
