/** The readers' side: topics enter, what a reader asked for leaves. */
@NullMarked
package dev.tidings.feed;

import org.jspecify.annotations.NullMarked;
