/**
 * What else one could do with the same records, each as its own documentation recommends and in a
 * JVM of its own: plain clients of Kafka's, and Kafka Streams.
 */
@NullMarked
package dev.tidings.bench.peer;

import org.jspecify.annotations.NullMarked;
