package dev.tidings.feed.api;

import dev.tidings.feed.Archive;
import dev.tidings.feed.Cursor;
import dev.tidings.feed.Paths;
import dev.tidings.feed.StoryFilter;
import dev.tidings.http.Answer;
import dev.tidings.http.Parameters;
import dev.tidings.party.Relationship;
import dev.tidings.relationship.Place;
import dev.tidings.relationship.TimelinePage;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code /relationships/{pair}/timeline}: the updates with all versions, the latest first. */
final class Timelines {

  private static final int MOST = 500;
  private static final int IF_ABSENT = 50;

  private record Page(Relationship relationship, List<Told> updates, @Nullable String next) {}

  private final Archive archive;

  Timelines(Archive archive) {
    this.archive = archive;
  }

  void list(Context request) {
    Relationship pair = Paths.pair(request);
    Parameters asked = Parameters.of(request);
    LocalDate from = asked.day("from");
    StoryFilter wanted = StoryFilter.of(asked);
    int limit = (int) asked.whole("limit", IF_ABSENT, 1, MOST);
    Place after = asked.one("after", Cursor::parse);
    LocalDate to = wanted.to();
    if (from != null && to != null && from.isAfter(to)) {
      asked.problem(
          "from",
          String.format(Locale.ROOT, "%s is after to, %s; expected a day before it", from, to));
    }
    asked.check();
    TimelinePage found =
        archive
            .ask(
                pair,
                state -> state.timeline(after, from == null ? LocalDate.MIN : from, wanted, limit))
            .orElse(new TimelinePage(List.of(), null));
    Place next = found.next();
    Answer.cacheable(
        request,
        new Page(
            pair,
            found.stories().stream().map(Told::of).toList(),
            next == null ? null : Cursor.text(next)));
  }
}
