/** The desk: a request of a person enters, a page that reads well without any script leaves. */
@NullMarked
package dev.tidings.feed.desk;

import org.jspecify.annotations.NullMarked;
