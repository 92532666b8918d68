/** {@code bench/run}: what Tidings costs, beside what else one could run, as a table. */
@NullMarked
package dev.tidings.bench;

import org.jspecify.annotations.NullMarked;
