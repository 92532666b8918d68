/** Everything that a feed answers, put together: topics enter, one HTTP server's routes leave. */
@NullMarked
package dev.tidings.feed.server;

import org.jspecify.annotations.NullMarked;
