/** A gateway is asked over HTTP; what it answers and what stands on a real Kafka are compared. */
@NullMarked
package dev.tidings.gateway;

import org.jspecify.annotations.NullMarked;
