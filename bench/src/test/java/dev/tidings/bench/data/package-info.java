@NullMarked
package dev.tidings.bench.data;

import org.jspecify.annotations.NullMarked;
