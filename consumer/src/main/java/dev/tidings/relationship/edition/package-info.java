/**
 * Each update with all its editions, and which of them counts.
 *
 * <p>Updates enter as they arrive: corrections, kills, duplicates and clashes in any order. What
 * leaves is a {@link dev.tidings.relationship.edition.Resolution}: nothing, the {@link
 * dev.tidings.relationship.edition.Current} edition, or what is left of one that was withdrawn.
 * Every other room reads {@code Current}; the texts stay here, packed as bytes, until somebody
 * wants to read one as a {@link dev.tidings.relationship.edition.Story}.
 */
@NullMarked
package dev.tidings.relationship.edition;

import org.jspecify.annotations.NullMarked;
