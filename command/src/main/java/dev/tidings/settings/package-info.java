/** What an operator has set: environment and file enter; values with their origin leave. */
@NullMarked
package dev.tidings.settings;

import org.jspecify.annotations.NullMarked;
