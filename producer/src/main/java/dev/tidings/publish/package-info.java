/** Updates enter; records that Kafka has acknowledged, and an account of every line, leave. */
@NullMarked
package dev.tidings.publish;

import org.jspecify.annotations.NullMarked;
