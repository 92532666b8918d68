/** One dated, sourced statement about one relationship: values enter, valid updates leave. */
@NullMarked
package dev.tidings.update;

import org.jspecify.annotations.NullMarked;
