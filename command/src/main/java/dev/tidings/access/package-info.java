/** Who may do what at Kafka. */
@NullMarked
package dev.tidings.access;

import org.jspecify.annotations.NullMarked;
