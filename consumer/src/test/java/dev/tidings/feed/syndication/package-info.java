@NullMarked
package dev.tidings.feed.syndication;

import org.jspecify.annotations.NullMarked;
