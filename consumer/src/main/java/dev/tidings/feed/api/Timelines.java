package dev.tidings.feed.api;

import dev.tidings.feed.Archive;
import dev.tidings.http.Answer;
import dev.tidings.http.Parameters;
import dev.tidings.party.Relationship;
import dev.tidings.relationship.Place;
import dev.tidings.relationship.Story;
import dev.tidings.text.PlainText;
import dev.tidings.update.Kind;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.Standing;
import dev.tidings.update.WireWord;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
    LocalDate to = asked.day("to");
    List<Kind> kinds = asked.all("kind", word -> WireWord.parse(Kind.class, word));
    List<Standing> standings = asked.all("standing", word -> WireWord.parse(Standing.class, word));
    String words = asked.one("q", Timelines::words);
    int limit = (int) asked.whole("limit", IF_ABSENT, 1, MOST);
    Place after = asked.one("after", Cursor::parse);
    if (from != null && to != null && from.isAfter(to)) {
      asked.problem("from", "%s is after to, %s; expected a day before it".formatted(from, to));
    }
    asked.check();
    Predicate<Story> wanted =
        story ->
            (to == null || !story.place().earliest().isAfter(to))
                && is(story, kinds, standings)
                && (words == null || says(story, words));
    List<Story> stories =
        archive
            .ask(
                pair,
                state ->
                    state.timeline(after, from == null ? LocalDate.MIN : from, wanted, limit + 1))
            .orElse(List.of());
    List<Story> page = stories.stream().limit(limit).toList();
    Answer.cacheable(
        request,
        new Page(
            pair,
            page.stream().map(Told::of).toList(),
            stories.size() > limit ? Cursor.text(page.get(limit - 1).place()) : null));
  }

  /** A withdrawn update is of no kind and standing that anybody may still be told. */
  private static boolean is(Story story, List<Kind> kinds, List<Standing> standings) {
    RelationshipUpdate update = story.counts();
    return update == null
        ? kinds.isEmpty() && standings.isEmpty()
        : (kinds.isEmpty() || kinds.contains(update.kind()))
            && (standings.isEmpty() || standings.contains(update.standing()));
  }

  private static boolean says(Story story, String words) {
    return story
        .current()
        .map(
            update ->
                Stream.of(
                        update.headline(),
                        update.body(),
                        update.place(),
                        update.thread() == null ? null : update.thread().terms())
                    .filter(Objects::nonNull)
                    .anyMatch(text -> folded(text).contains(words)))
        .orElse(false);
  }

  private static String words(String text) {
    if (text.isBlank() || text.length() > 100) {
      throw new IllegalArgumentException(
          "'%s'; expected 1 … 100 characters".formatted(PlainText.clip(text)));
    }
    return folded(text);
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
