/** Figures of several rounds enter; a table in Markdown leaves, with the goals met and missed. */
@NullMarked
package dev.tidings.bench.table;

import org.jspecify.annotations.NullMarked;
