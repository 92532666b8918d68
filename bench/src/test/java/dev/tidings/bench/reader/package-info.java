@NullMarked
package dev.tidings.bench.reader;

import org.jspecify.annotations.NullMarked;
