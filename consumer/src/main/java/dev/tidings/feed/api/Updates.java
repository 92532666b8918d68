package dev.tidings.feed.api;

import dev.tidings.feed.Archive;
import dev.tidings.feed.Feed;
import dev.tidings.feed.Item;
import dev.tidings.feed.Replica;
import dev.tidings.http.Answer;
import dev.tidings.http.Parameters;
import dev.tidings.http.Refusal;
import dev.tidings.http.UpdatePath;
import dev.tidings.party.Relationship;
import dev.tidings.relationship.Story;
import dev.tidings.text.PlainText;
import dev.tidings.wire.NotificationJson.Entry;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code /updates/{uri}}: one update, its versions, what it changed and who answered it. */
final class Updates {

  /**
   * The update in one of its relationships.
   *
   * @param told what the feed said of it, the earliest first, with what it changed
   * @param responses updates that answer it, in the order of the timeline
   */
  private record InRelationship(Told update, List<Entry> told, List<Told> responses) {}

  private record Answered(String uri, List<InRelationship> relationships) {}

  private final Archive archive;
  private final Feed feed;

  Updates(Replica replica) {
    this.archive = replica.archive();
    this.feed = replica.feed();
  }

  void one(Context request) {
    Parameters.of(request).check();
    String uri =
        UpdatePath.of(request, "/updates/").in(known -> !archive.relationshipsOf(known).isEmpty());
    List<InRelationship> found =
        archive.relationshipsOf(uri).stream()
            .map(relationship -> in(relationship, uri))
            .flatMap(Optional::stream)
            .toList();
    if (found.isEmpty()) {
      throw Refusal.notFound(
          String.format(Locale.ROOT, "no update '%s' is known", PlainText.clip(uri, 255)));
    }
    Answer.cacheable(request, new Answered(uri, found));
  }

  private Optional<InRelationship> in(Relationship relationship, String uri) {
    return archive
        .ask(
            relationship, state -> state.story(uri).map(story -> with(story, state.answersTo(uri))))
        .flatMap(found -> found);
  }

  private InRelationship with(Story story, List<Story> answers) {
    List<Entry> told = new ArrayList<>();
    for (Item item = feed.latestOf(story.relationship(), story.uri()).orElse(null);
        item != null;
        item = item.earlier()) {
      told.add(feed.entry(item));
    }
    Collections.reverse(told);
    return new InRelationship(Told.of(story), told, answers.stream().map(Told::of).toList());
  }
}
