/**
 * How each record crosses Kafka: words become topics, keys, headers and JSON, and JSON becomes
 * words again or a list of what is wrong with it.
 */
@NullMarked
package dev.tidings.wire;

import org.jspecify.annotations.NullMarked;
