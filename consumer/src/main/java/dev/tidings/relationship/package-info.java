/**
 * The fold: updates of one relationship enter in any order; a summary of any day, as known at any
 * instant, and what readers are told leave.
 *
 * <p>{@link dev.tidings.relationship.RelationshipState} is the door: the worker adds updates to it,
 * and the feed asks it. The rooms behind it stand on each other in this order, and none knows one
 * that comes later:
 *
 * <ol>
 *   <li>{@code index}: sorted sets, which know nothing of updates
 *   <li>{@code edition}: each update's editions, and which of them counts
 *   <li>{@code timeline}: updates in the order in which they happened
 *   <li>{@code claim}: who claimed what, and what became of it
 *   <li>{@code thread}: what is in force, and what ended
 *   <li>{@code climate}: how warm things are
 *   <li>{@code words}: headline and paragraph
 *   <li>{@code change}: what is different between two summaries
 *   <li>{@code view}: how things stand on a day
 *   <li>{@code time}: what was known when, and what is due next
 *   <li>{@code news}: what readers are told
 * </ol>
 */
@NullMarked
package dev.tidings.relationship;

import org.jspecify.annotations.NullMarked;
