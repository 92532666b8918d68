package dev.tidings.feed.desk;

import dev.tidings.feed.Archive;
import dev.tidings.feed.Cursor;
import dev.tidings.feed.Feed;
import dev.tidings.feed.Paths;
import dev.tidings.feed.Replica;
import dev.tidings.feed.StoryFilter;
import dev.tidings.http.Parameters;
import dev.tidings.party.Relationship;
import dev.tidings.relationship.change.Difference;
import dev.tidings.relationship.edition.Story;
import dev.tidings.relationship.edition.TimelinePosition;
import dev.tidings.relationship.timeline.TimelinePage;
import dev.tidings.summary.Sentence;
import dev.tidings.summary.Summary;
import dev.tidings.update.EdtfDate;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /relationships/IRN-PAK}: how two parties stand, on any day, as known at any instant. */
final class RelationshipPage {

  private static final int TIMELINE = 25;

  /** Of threads, and of claims: the first page is for what is newest. */
  private static final int MOST_LISTED = 20;

  /** Of the line that is there before the chart is. */
  private static final int POINTS = 100;

  private final Html html;
  private final Site site;
  private final Archive archive;
  private final Feed feed;
  private final Clock clock;

  RelationshipPage(Html html, Site site, Replica replica, Clock clock) {
    this.html = html;
    this.site = site;
    this.archive = replica.archive();
    this.feed = replica.feed();
    this.clock = clock;
  }

  void show(Context request) {
    Relationship pair = Paths.pair(request);
    Parameters asked = Filled.parameters(request);
    Moment moment = Moment.of(asked, clock.instant());
    LocalDate since = asked.day("since");
    StoryFilter wanted = StoryFilter.of(asked);
    TimelinePosition after = asked.one("after", Cursor::parse);
    boolean isWhole = asked.flag("all", false);
    Reader reader = Reader.of(request, asked);
    asked.check();
    // The cursor first: what comes in the meantime is shown, and told again behind the cursor.
    long head = feed.head();
    Summary summary = archive.summary(pair, moment.asOf(), moment.knownAt());
    Stories timeline = timeline(pair, wanted, moment, after);
    Page page =
        new Page(
            site,
            reader,
            reader
                .texts()
                .of("relationship.title", reader.name(pair.first()), reader.name(pair.second())),
            "relationships",
            "relationship",
            Page.filter("pair", pair.key()));
    Map<String, Object> values = new HashMap<>();
    values.put("page", page);
    values.put("summary", summary);
    values.put("moment", moment);
    values.put("rests", Rests.of(archive, summary));
    values.put("compared", since == null ? null : compared(since, summary, moment));
    values.put("timeline", timeline);
    values.put("wanted", wanted);
    values.put("most", isWhole ? Integer.MAX_VALUE : MOST_LISTED);
    values.put("log", feed.log());
    values.put("head", head);
    values.put("trail", trail(summary, moment));
    html.answer(request, "relationship", values);
  }

  private Trail trail(Summary summary, Moment moment) {
    EdtfDate first = summary.firstOccurred();
    return first == null || !first.earliest().isBefore(moment.asOf())
        ? Trail.NONE
        : Trail.of(
            archive.climate(
                summary.relationship(), first.earliest(), moment.asOf(), POINTS, moment.knownAt()),
            first.earliest());
  }

  private Stories timeline(
      Relationship pair, StoryFilter wanted, Moment moment, @Nullable TimelinePosition after) {
    TimelinePage found =
        archive
            .ask(
                pair,
                state ->
                    state.timeline(
                        after,
                        wanted.first(),
                        story -> moment.isBy(story) && wanted.test(story),
                        TIMELINE))
            .orElse(new TimelinePage(List.of(), null));
    return new Stories(found.stories(), found.next() == null ? null : Cursor.text(found.next()));
  }

  private Compared compared(LocalDate since, Summary summary, Moment moment) {
    Summary before = archive.summary(summary.relationship(), since, moment.knownAt());
    List<Sentence> text = Difference.between(before, summary).text();
    return new Compared(
        since.isAfter(moment.asOf()) ? moment.asOf() : since,
        since.isAfter(moment.asOf()) ? since : moment.asOf(),
        since,
        text,
        Rests.of(archive, summary.relationship(), text));
  }

  /** One page of a timeline. */
  record Stories(List<Story> shown, @Nullable String next) {}

  /**
   * What is different on the later of two days.
   *
   * @param with the day that the reader asked to compare with
   */
  record Compared(LocalDate from, LocalDate to, LocalDate with, List<Sentence> text, Rests rests) {}
}
