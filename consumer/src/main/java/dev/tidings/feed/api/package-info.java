/** The read API: a request enters, what is known, by whom and since when leaves as JSON. */
@NullMarked
package dev.tidings.feed.api;

import org.jspecify.annotations.NullMarked;
