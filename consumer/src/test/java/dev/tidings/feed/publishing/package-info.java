@NullMarked
package dev.tidings.feed.publishing;

import org.jspecify.annotations.NullMarked;
