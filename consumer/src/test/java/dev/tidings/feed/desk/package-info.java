@NullMarked
package dev.tidings.feed.desk;

import org.jspecify.annotations.NullMarked;
