@NullMarked
package dev.tidings.feed.webhook;

import org.jspecify.annotations.NullMarked;
