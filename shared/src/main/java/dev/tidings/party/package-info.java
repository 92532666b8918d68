/** Who stands in a relationship: codes enter as text, parties and relationships leave. */
@NullMarked
package dev.tidings.party;

import org.jspecify.annotations.NullMarked;
