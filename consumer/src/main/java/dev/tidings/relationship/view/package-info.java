/**
 * How a relationship stands on a day: the summary.
 *
 * <p>What counts enters {@link dev.tidings.relationship.view.IndexedUpdates}, which hands each
 * edition on to the timeline, the claims, the threads and the climate. A {@link
 * dev.tidings.relationship.view.View} of a day reads from them, takes over from an earlier view
 * what has not changed, and leaves as a summary in words.
 */
@NullMarked
package dev.tidings.relationship.view;

import org.jspecify.annotations.NullMarked;
