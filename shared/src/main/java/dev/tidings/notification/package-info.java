/** What a reader is told when a summary changes. */
@NullMarked
package dev.tidings.notification;

import org.jspecify.annotations.NullMarked;
