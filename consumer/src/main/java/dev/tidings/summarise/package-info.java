/**
 * The worker: records of the update topics enter; summaries, notifications and rejections leave,
 * each exactly once, in the transaction that says how far the worker has read.
 */
@NullMarked
package dev.tidings.summarise;

import org.jspecify.annotations.NullMarked;
