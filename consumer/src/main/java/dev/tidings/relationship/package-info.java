/** The fold: a set of updates, a day and an instant enter; a summary and notifications leave. */
@NullMarked
package dev.tidings.relationship;

import org.jspecify.annotations.NullMarked;
