/** How two parties stand: the shape in which the fold's answer leaves. */
@NullMarked
package dev.tidings.summary;

import org.jspecify.annotations.NullMarked;
