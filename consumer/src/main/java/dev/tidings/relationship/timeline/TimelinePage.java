package dev.tidings.relationship.timeline;

import dev.tidings.relationship.edition.Story;
import dev.tidings.relationship.edition.TimelinePosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a timeline, the latest first.
 *
 * @param next before which to go on; absent, there is no more
 */
public record TimelinePage(List<Story> stories, @Nullable TimelinePosition next) {
  public TimelinePage {
    stories = List.copyOf(stories);
  }
}
