/** Lines enter as a source would write them; what they become is looked at. No Kafka here. */
@NullMarked
package dev.tidings.intake;

import org.jspecify.annotations.NullMarked;
