/** How every process of ours answers over HTTP: a request enters, an answer or a problem leaves. */
@NullMarked
package dev.tidings.http;

import org.jspecify.annotations.NullMarked;
