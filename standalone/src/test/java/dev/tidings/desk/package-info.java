/** The pages in a real browser, over a stack that really runs. */
@NullMarked
package dev.tidings.desk;

import org.jspecify.annotations.NullMarked;
