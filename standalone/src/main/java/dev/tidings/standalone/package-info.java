/** The {@code tidings} command: arguments enter; text for a person or a program leaves. */
@NullMarked
package dev.tidings.standalone;

import org.jspecify.annotations.NullMarked;
