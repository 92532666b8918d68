/** What our HTTP servers share, looked at part by part. */
@NullMarked
package dev.tidings.http;

import org.jspecify.annotations.NullMarked;
