@NullMarked
package dev.tidings.feed.server;

import org.jspecify.annotations.NullMarked;
