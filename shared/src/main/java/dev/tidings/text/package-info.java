/** Plain text: strings enter, and what is not fit to be printed is refused or made fit. */
@NullMarked
package dev.tidings.text;

import org.jspecify.annotations.NullMarked;
