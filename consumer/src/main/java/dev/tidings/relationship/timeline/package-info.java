/**
 * Updates in the order in which they happened.
 *
 * <p>Editions that count enter a {@link dev.tidings.relationship.timeline.Timeline}, which answers
 * how many began by a day and which were the last: the claims, the climate and the summary ask it.
 * What readers may see of updates, the withdrawn ones too, enters {@link
 * dev.tidings.relationship.timeline.ShownUpdates} and leaves as pages of stories.
 */
@NullMarked
package dev.tidings.relationship.timeline;

import org.jspecify.annotations.NullMarked;
