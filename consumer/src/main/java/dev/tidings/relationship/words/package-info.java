/**
 * A summary in words: its headline, and a paragraph that an editor could publish.
 *
 * <p>What is in force, what is claimed and how warm things are enters; English sentences leave,
 * each with the updates that it rests on. How a thread or a claim is called in a sentence is said
 * in {@link dev.tidings.relationship.words.Phrases}, which notifications use too. What withdrawn
 * updates said is struck out by {@link dev.tidings.relationship.words.WithdrawnText}.
 */
@NullMarked
package dev.tidings.relationship.words;

import org.jspecify.annotations.NullMarked;
