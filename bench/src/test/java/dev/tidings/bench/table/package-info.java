@NullMarked
package dev.tidings.bench.table;

import org.jspecify.annotations.NullMarked;
