@NullMarked
package dev.tidings.feed.api;

import org.jspecify.annotations.NullMarked;
