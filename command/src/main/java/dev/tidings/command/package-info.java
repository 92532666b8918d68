/** The {@code tidings} command: arguments enter; text for a person or a program leaves. */
@NullMarked
package dev.tidings.command;

import org.jspecify.annotations.NullMarked;
