/**
 * What readers are told when a summary changes.
 *
 * <p>What became of an update, the threads that lapsed, and the views before and after enter;
 * notifications leave, in the order in which they are told. The worker calls {@link
 * dev.tidings.relationship.news.Announcements} for each record, and writes them to the feed's
 * topic.
 */
@NullMarked
package dev.tidings.relationship.news;

import org.jspecify.annotations.NullMarked;
