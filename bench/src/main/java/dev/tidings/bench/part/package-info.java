/** One class for each comparison: processes are started in turn, and figures come out. */
@NullMarked
package dev.tidings.bench.part;

import org.jspecify.annotations.NullMarked;
