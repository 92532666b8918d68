/** Everything that is measured runs in a process of its own: these start, ask and end them. */
@NullMarked
package dev.tidings.bench.process;

import org.jspecify.annotations.NullMarked;
