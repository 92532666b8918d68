@NullMarked
package dev.tidings.summarise;

import org.jspecify.annotations.NullMarked;
