/** News readers' formats: the feed and a filter enter, an Atom or a JSON Feed document leaves. */
@NullMarked
package dev.tidings.feed.syndication;

import org.jspecify.annotations.NullMarked;
