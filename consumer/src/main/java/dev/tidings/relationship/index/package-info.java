/**
 * Sorted sets that answer questions in logarithmic time; they know nothing of updates.
 *
 * <p>Elements enter, and a new set leaves that shares most of itself with the one before. A {@link
 * dev.tidings.relationship.index.SortedTree} knows what any part of it adds up to, and {@link
 * dev.tidings.relationship.index.Periods} finds what is so on a day. Every other package of the
 * fold keeps its elements in one of the two. The work is counted in steps, so that tests can hold a
 * promise about it.
 */
@NullMarked
package dev.tidings.relationship.index;

import org.jspecify.annotations.NullMarked;
