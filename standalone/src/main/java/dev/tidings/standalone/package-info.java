/** Everything in one process: a broker, and all that works with it. */
@NullMarked
package dev.tidings.standalone;

import org.jspecify.annotations.NullMarked;
