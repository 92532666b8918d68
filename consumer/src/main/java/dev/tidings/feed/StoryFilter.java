package dev.tidings.feed;

import dev.tidings.http.Parameters;
import dev.tidings.relationship.timeline.StoryCandidate;
import dev.tidings.text.FoldedText;
import dev.tidings.text.PlainText;
import dev.tidings.update.Kind;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.Standing;
import dev.tidings.update.WireWord;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which updates of a timeline a reader wants: of several values of one field, any will do; all
 * fields must hold.
 *
 * @param from none that happened before this day
 * @param to none that happened after this day
 * @param words what headline, body, place or terms say, as {@link FoldedText} compares
 */
public record StoryFilter(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    Set<Kind> kinds,
    Set<Standing> standings,
    Set<Capacity> sectors,
    @Nullable String words)
    implements Predicate<StoryCandidate> {

  private static final int MOST_CHARACTERS = 100;

  public StoryFilter {
    kinds = Set.copyOf(kinds);
    standings = Set.copyOf(standings);
    sectors = Set.copyOf(sectors);
  }

  /** Reads what is asked for; what is wrong stays with the parameters. */
  public static StoryFilter of(Parameters asked) {
    LocalDate from = asked.day("from");
    LocalDate to = asked.day("to");
    if (from != null && to != null && from.isAfter(to)) {
      asked.problem(
          "from",
          String.format(Locale.ROOT, "%s is after to, %s; expected a day before it", from, to));
    }
    return new StoryFilter(
        from,
        to,
        Set.copyOf(asked.all("kind", word -> WireWord.parse(Kind.class, word))),
        Set.copyOf(asked.all("standing", word -> WireWord.parse(Standing.class, word))),
        Set.copyOf(asked.all("sector", Capacity::new)),
        asked.one("q", StoryFilter::words));
  }

  /** The first day on which any that is wanted can have happened. */
  public LocalDate first() {
    return from == null ? LocalDate.MIN : from;
  }

  /** Whether only some days are wanted. */
  public boolean isOfDays() {
    return from != null || to != null;
  }

  @Override
  public boolean test(StoryCandidate story) {
    return !story.place().earliest().isBefore(first())
        && (to == null || !story.place().earliest().isAfter(to))
        && is(story)
        && (words == null || says(story, FoldedText.of(words)));
  }

  /** A withdrawn update is of no kind, standing and sector that anybody may still be told. */
  private boolean is(StoryCandidate story) {
    RelationshipUpdate update = story.counts();
    return update == null
        ? kinds.isEmpty() && standings.isEmpty() && sectors.isEmpty()
        : (kinds.isEmpty() || kinds.contains(update.kind()))
            && (standings.isEmpty() || standings.contains(update.standing()))
            && Capacity.isWanted(sectors, update.sides());
  }

  private static boolean says(StoryCandidate story, String words) {
    RelationshipUpdate update = story.counts();
    return update != null
        && Stream.of(
                update.headline(),
                update.body(),
                update.place(),
                update.thread() == null ? null : update.thread().terms())
            .filter(Objects::nonNull)
            .anyMatch(text -> FoldedText.of(text).contains(words));
  }

  private static String words(String text) {
    if (FoldedText.of(text).isBlank() || text.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "'%s'; expected 1 … %d characters",
              PlainText.clip(text),
              MOST_CHARACTERS));
    }
    return text;
  }
}
