/** The feed as it grows: a cursor enters, everything behind it leaves, as Server-Sent Events. */
@NullMarked
package dev.tidings.feed.stream;

import org.jspecify.annotations.NullMarked;
