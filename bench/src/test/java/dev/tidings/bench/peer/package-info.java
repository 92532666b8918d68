@NullMarked
package dev.tidings.bench.peer;

import org.jspecify.annotations.NullMarked;
