package dev.tidings.feed.api;

import dev.tidings.feed.Archive;
import dev.tidings.feed.Cursor;
import dev.tidings.feed.Paths;
import dev.tidings.feed.StoryFilter;
import dev.tidings.http.Answer;
import dev.tidings.http.Parameters;
import dev.tidings.party.Relationship;
import dev.tidings.relationship.edition.Story;
import dev.tidings.relationship.edition.Story.Version;
import dev.tidings.relationship.edition.TimelinePosition;
import dev.tidings.relationship.timeline.TimelinePage;
import dev.tidings.update.RelationshipUpdate;
import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /relationships/{pair}/timeline}: the updates with all versions, the latest first. */
final class Timelines {

  private static final int MOST = 500;
  private static final int IF_ABSENT = 50;

  /** Of bodies in a page, before its last update: 500 of 16 KiB would be 16 MB an answer. */
  private static final int MOST_CHARACTERS = 1024 * 1024;

  private record Page(Relationship relationship, List<Told> updates, @Nullable String next) {}

  private final Archive archive;

  Timelines(Archive archive) {
    this.archive = archive;
  }

  void list(Context request) {
    Relationship pair = Paths.pair(request);
    Parameters asked = Parameters.of(request);
    StoryFilter wanted = StoryFilter.of(asked);
    int limit = (int) asked.whole("limit", IF_ABSENT, 1, MOST);
    TimelinePosition after = asked.one("after", Cursor::parse);
    asked.check();
    TimelinePage found =
        archive
            .ask(pair, state -> state.timeline(after, wanted.first(), wanted, limit))
            .orElse(new TimelinePage(List.of(), null));
    List<Story> page = found.stories().subList(0, fitting(found.stories()));
    TimelinePosition next =
        page.size() < found.stories().size() ? page.get(page.size() - 1).place() : found.next();
    Answer.cacheable(
        request,
        new Page(
            pair, page.stream().map(Told::of).toList(), next == null ? null : Cursor.text(next)));
  }

  /** How many of them make a page: at least one, and no more when their bodies are enough. */
  static int fitting(List<Story> stories) {
    int count = 0;
    long characters = 0;
    while (count < stories.size() && characters < MOST_CHARACTERS) {
      characters += characters(stories.get(count));
      count++;
    }
    return count;
  }

  /** Of all bodies: each version that is not withdrawn is told with its own. */
  private static long characters(Story story) {
    return Stream.concat(
            Stream.ofNullable(story.counts()),
            story.versions().stream().map(Version::update).filter(Objects::nonNull))
        .map(RelationshipUpdate::body)
        .filter(Objects::nonNull)
        .mapToLong(String::length)
        .sum();
  }
}
