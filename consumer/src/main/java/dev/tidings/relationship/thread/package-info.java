/**
 * Threads: what persists between two parties, such as a border regime, an agreement or a conflict.
 *
 * <p>Editions that count enter, and with a day the claims that were pending on it. What leaves is
 * what was in force then, what had ended, and on what terms. {@link
 * dev.tidings.relationship.thread.Threads} is asked; each thread is a list of moves, and each move
 * leaves the thread under a regime.
 */
@NullMarked
package dev.tidings.relationship.thread;

import org.jspecify.annotations.NullMarked;
