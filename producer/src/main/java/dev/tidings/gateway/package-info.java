/** HTTP in front of the update topics: submissions enter, acknowledged records leave. */
@NullMarked
package dev.tidings.gateway;

import org.jspecify.annotations.NullMarked;
