/**
 * What is different between two summaries of one relationship, in words and path by path.
 *
 * <p>Two summaries, or the parts of them that are compared, enter. A {@link
 * dev.tidings.relationship.change.Difference} leaves for a reader who compares two days, and {@link
 * dev.tidings.relationship.change.ChangedPaths} for notifications and previews. How either summary
 * came about is not asked here.
 */
@NullMarked
package dev.tidings.relationship.change;

import org.jspecify.annotations.NullMarked;
