/** Publishing through a feed: what is for a gateway enters, the gateway's answer leaves. */
@NullMarked
package dev.tidings.feed.publishing;

import org.jspecify.annotations.NullMarked;
