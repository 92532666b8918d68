/** Whoever reads the stream of notifications: one that notes when, and thousands that count. */
@NullMarked
package dev.tidings.bench.reader;

import org.jspecify.annotations.NullMarked;
