package dev.tidings.feed.desk;

import dev.tidings.feed.Archive;
import dev.tidings.feed.Feed;
import dev.tidings.feed.Item;
import dev.tidings.feed.Replica;
import dev.tidings.http.Parameters;
import dev.tidings.http.Refusal;
import dev.tidings.http.UpdatePath;
import dev.tidings.party.Relationship;
import dev.tidings.relationship.edition.Story;
import dev.tidings.text.PlainText;
import dev.tidings.update.RelationshipUpdate;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /updates/URI}: one update, its versions, what it changed and who answered it. */
final class UpdatePage {

  /**
   * The update in one of its relationships.
   *
   * @param told what the feed said of it, the latest first
   * @param answers updates that answer it
   */
  record InRelationship(Story story, List<News.Entry> told, List<Story> answers) {

    /** The last ones, the earliest first. */
    List<Story.Version> versions() {
      List<Story.Version> all = story.versions();
      return all.subList(Math.max(0, all.size() - MOST), all.size());
    }
  }

  /** Of versions, of answers and of what was told; the rest is at the same address, as JSON. */
  private static final int MOST = 100;

  private final Html html;
  private final Site site;
  private final Archive archive;
  private final Feed feed;

  UpdatePage(Html html, Site site, Replica replica) {
    this.html = html;
    this.site = site;
    this.archive = replica.archive();
    this.feed = replica.feed();
  }

  void show(Context request) {
    Parameters asked = Filled.parameters(request);
    Reader reader = Reader.of(request, asked);
    asked.check();
    String uri =
        UpdatePath.of(request, "/updates/").in(known -> !archive.relationshipsOf(known).isEmpty());
    List<InRelationship> found =
        archive.relationshipsOf(uri).stream()
            .map(pair -> in(pair, uri))
            .flatMap(Optional::stream)
            .toList();
    if (found.isEmpty()) {
      throw Refusal.notFound(
          String.format(Locale.ROOT, "no update '%s' is known", PlainText.clip(uri, 255)));
    }
    Optional<RelationshipUpdate> update =
        found.stream().map(one -> one.story().current()).flatMap(Optional::stream).findFirst();
    String title =
        update
            .map(RelationshipUpdate::headline)
            .orElseGet(() -> reader.texts().of("update.withdrawn"));
    Map<String, Object> values = new HashMap<>();
    values.put("page", new Page(site, reader, title, "update", "update", null));
    values.put("uri", uri);
    values.put("update", update.orElse(null));
    values.put("relationships", found);
    values.put("log", feed.log());
    values.put("head", feed.head());
    html.answer(request, "update", values);
  }

  private Optional<InRelationship> in(Relationship pair, String uri) {
    return archive
        .ask(
            pair,
            state ->
                state
                    .story(uri)
                    .map(
                        story ->
                            new InRelationship(
                                story, told(pair, uri), state.answersTo(uri, 0, MOST))))
        .flatMap(found -> found);
  }

  private List<News.Entry> told(Relationship pair, String uri) {
    List<News.Entry> told = new ArrayList<>();
    for (Item item = feed.latestOf(pair, uri).orElse(null);
        item != null && told.size() < MOST;
        item = item.earlier()) {
      told.add(News.Entry.of(feed, item));
    }
    return told;
  }

  /** A uri as a value of a query. */
  static String encoded(String uri) {
    return URLEncoder.encode(uri, StandardCharsets.UTF_8);
  }

  /**
   * Whether a source's address may be followed: it is a publisher's word, and could be a script.
   */
  static boolean isWeb(@Nullable String uri) {
    return uri != null && uri.matches("(?i)https?://.*");
  }
}
