package dev.tidings.relationship.timeline;

import dev.tidings.party.Relationship;
import dev.tidings.relationship.edition.Current;
import dev.tidings.relationship.edition.Story;
import dev.tidings.relationship.edition.TimelinePosition;
import dev.tidings.relationship.edition.UpdateVersions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads updates with all their editions from the timeline, page by page: for the API, the pages and
 * the search, by way of the state.
 *
 * @param knownAt as known at which instant
 */
public record StoryReader(Relationship relationship, ShownUpdates shown, Instant knownAt) {

  /** In one answer: an update is one step, and more by its text and its editions. */
  private static final int MOST_STEPS = 10_000;

  /** An update that is shown, with all its editions. */
  public Story story(UpdateVersions update) {
    return update.story(relationship, knownAt);
  }

  /**
   * Updates on the timeline, the latest first, the withdrawn ones too.
   *
   * @param before only those that stand before this position; null: from the end
   * @param until none that happened before this day
   * @param wanted which of them
   * @param most how many
   */
  public TimelinePage page(
      @Nullable TimelinePosition before,
      LocalDate until,
      Predicate<StoryCandidate> wanted,
      int most) {
    List<Story> found = new ArrayList<>();
    TimelinePosition looked = null;
    int taken = 0;
    for (Optional<UpdateVersions> next = shown.lastBefore(before);
        next.isPresent();
        next = shown.lastBefore(next.get())) {
      UpdateVersions update = next.get();
      TimelinePosition place = update.position();
      if (place.earliest().isBefore(until)) {
        break;
      }
      if (taken >= MOST_STEPS) {
        return new TimelinePage(found, looked);
      }
      StoryCandidate candidate = candidate(update, place);
      taken += candidate.steps();
      if (wanted.test(candidate)) {
        if (found.size() == most) {
          return new TimelinePage(found, found.get(most - 1).place());
        }
        Story story = story(update);
        taken += story.versions().size();
        found.add(story);
      }
      looked = place;
    }
    return new TimelinePage(found, null);
  }

  /**
   * Updates that answer a claim, the latest first.
   *
   * @param skip how many to leave out
   * @param most how many
   */
  public List<Story> answersTo(String uri, int skip, int most) {
    return shown.answersTo(uri, skip + most).stream().skip(skip).map(this::story).toList();
  }

  private StoryCandidate candidate(UpdateVersions update, TimelinePosition place) {
    return new StoryCandidate(
        place,
        update.resolution() instanceof Current counts ? counts : null,
        update.firstIssued(knownAt));
  }
}
