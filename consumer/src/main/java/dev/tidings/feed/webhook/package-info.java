/** Subscriptions enter, signed notifications leave for the readers' own addresses. */
@NullMarked
package dev.tidings.feed.webhook;

import org.jspecify.annotations.NullMarked;
