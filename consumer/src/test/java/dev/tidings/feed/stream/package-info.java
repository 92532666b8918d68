@NullMarked
package dev.tidings.feed.stream;

import org.jspecify.annotations.NullMarked;
