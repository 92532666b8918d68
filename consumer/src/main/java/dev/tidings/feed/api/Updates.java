package dev.tidings.feed.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.tidings.feed.Archive;
import dev.tidings.feed.Feed;
import dev.tidings.feed.Item;
import dev.tidings.feed.Replica;
import dev.tidings.http.Answer;
import dev.tidings.http.Parameters;
import dev.tidings.http.Refusal;
import dev.tidings.http.UpdatePath;
import dev.tidings.party.Relationship;
import dev.tidings.relationship.edition.Story;
import dev.tidings.text.PlainText;
import dev.tidings.wire.NotificationJson.Entry;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /updates/{uri}}: one update, its versions, what it changed and who answered it. */
final class Updates {

  /**
   * The update in one of its relationships.
   *
   * @param told what the feed said of it, the earliest first, with what it changed
   * @param responses updates that answer it, in the order of the timeline
   * @param isWhole whether nothing earlier is left out of any list
   */
  private record InRelationship(
      Told update, List<Entry> told, List<Told> responses, @JsonIgnore boolean isWhole) {}

  /**
   * The answer.
   *
   * @param next what to skip for what is earlier; absent, there is no more
   */
  private record Answered(String uri, List<InRelationship> relationships, @Nullable Integer next) {}

  private static final int MOST_SKIPPED = 1_000_000;

  private final Archive archive;
  private final Feed feed;

  Updates(Replica replica) {
    this.archive = replica.archive();
    this.feed = replica.feed();
  }

  void one(Context request) {
    Parameters asked = Parameters.of(request);
    int skip = (int) asked.whole("skip", 0, 0, MOST_SKIPPED);
    asked.check();
    String uri =
        UpdatePath.of(request, "/updates/").in(known -> !archive.relationshipsOf(known).isEmpty());
    List<InRelationship> found =
        archive.relationshipsOf(uri).stream()
            .map(relationship -> in(relationship, uri, skip))
            .flatMap(Optional::stream)
            .toList();
    if (found.isEmpty()) {
      throw Refusal.notFound(
          String.format(Locale.ROOT, "no update '%s' is known", PlainText.clip(uri, 255)));
    }
    boolean isWhole = found.stream().allMatch(InRelationship::isWhole);
    Answer.cacheable(request, new Answered(uri, found, isWhole ? null : skip + Told.MOST));
  }

  private Optional<InRelationship> in(Relationship relationship, String uri, int skip) {
    return archive
        .ask(
            relationship,
            state ->
                state
                    .story(uri)
                    .map(story -> with(story, state.answersTo(uri, skip, Told.MOST + 1), skip)))
        .flatMap(found -> found);
  }

  /** The last of each list, without those that are skipped; one more says that there are more. */
  private InRelationship with(Story story, List<Story> answers, int skip) {
    List<Entry> told =
        Stream.iterate(
                feed.latestOf(story.relationship(), story.uri()).orElse(null),
                Objects::nonNull,
                Item::earlier)
            .skip(skip)
            .limit(Told.MOST + 1)
            .map(feed::entry)
            .toList();
    Told update = Told.of(story, skip);
    return new InRelationship(
        update,
        earliestFirst(told),
        earliestFirst(answers).stream().map(Told::of).toList(),
        update.earlierVersions() == null
            && told.size() <= Told.MOST
            && answers.size() <= Told.MOST);
  }

  private static <T> List<T> earliestFirst(List<T> latestFirst) {
    List<T> list = new ArrayList<>(latestFirst.stream().limit(Told.MOST).toList());
    Collections.reverse(list);
    return list;
  }
}
