/** A source's line enters; an update, or the reason why it gives none, leaves. No Kafka here. */
@NullMarked
package dev.tidings.intake;

import org.jspecify.annotations.NullMarked;
