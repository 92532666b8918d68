/** Files enter; what a reader then finds on a real Kafka, and the account, are looked at. */
@NullMarked
package dev.tidings.publish;

import org.jspecify.annotations.NullMarked;
