@NullMarked
package dev.tidings.feed.reference;

import org.jspecify.annotations.NullMarked;
