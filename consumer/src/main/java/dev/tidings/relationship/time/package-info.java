/**
 * Time: what was known at an instant, and what time alone will change next.
 *
 * <p>The updates of a relationship enter, and the instants from which readers may know of each.
 * {@link dev.tidings.relationship.time.PastMoments} gives back what was known at any instant,
 * {@link dev.tidings.relationship.time.IfPublished} what would be known with one more update.
 * {@link dev.tidings.relationship.time.NextDue} says which embargo ends or which thread lapses
 * next, as the record that will say so. The state asks all of them; no clock is read here.
 */
@NullMarked
package dev.tidings.relationship.time;

import org.jspecify.annotations.NullMarked;
