/**
 * Claims: who claimed what, who answered, and what became of it from which day on.
 *
 * <p>Editions that count enter; claims as a summary lists them leave. What moves a thread or weighs
 * in the climate only once it is confirmed is decided here: {@link
 * dev.tidings.relationship.claim.Claims} says which claims are confirmed in the end, and which were
 * still {@link dev.tidings.relationship.claim.PendingClaim pending} on a day.
 */
@NullMarked
package dev.tidings.relationship.claim;

import org.jspecify.annotations.NullMarked;
