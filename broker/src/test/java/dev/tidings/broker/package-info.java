/** What the owner of a broker may rely on, each claim on a real one. */
@NullMarked
package dev.tidings.broker;

import org.jspecify.annotations.NullMarked;
