/** What is measured with: updates that are always the same, and a broker that holds them. */
@NullMarked
package dev.tidings.bench.data;

import org.jspecify.annotations.NullMarked;
