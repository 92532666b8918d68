/**
 * What describes us to programs: a name enters; a description, or the schema of a format, leaves.
 */
@NullMarked
package dev.tidings.feed.reference;

import org.jspecify.annotations.NullMarked;
