/** A folder and a port enter; a Kafka broker for this machine alone answers on 127.0.0.1. */
@NullMarked
package dev.tidings.broker;

import org.jspecify.annotations.NullMarked;
