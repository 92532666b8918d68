package dev.tidings.feed.api;

import dev.tidings.feed.Archive;
import dev.tidings.feed.Capacity;
import dev.tidings.feed.Headlines;
import dev.tidings.feed.Publication;
import dev.tidings.http.Answer;
import dev.tidings.http.Parameters;
import dev.tidings.party.Party;
import dev.tidings.party.Relationship;
import dev.tidings.text.FoldedText;
import dev.tidings.text.PlainText;
import dev.tidings.update.Kind;
import dev.tidings.update.WireWord;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /updates?q=}: updates by the words of their headlines, the latest published first. */
final class Finding {

  /** Of what somebody looks for, in characters. */
  static final int MOST_CHARACTERS = 100;

  private static final int MOST = 100;
  private static final int IF_ABSENT = 20;

  private record Page(List<Told> updates, @Nullable String next) {}

  private final Archive archive;

  Finding(Archive archive) {
    this.archive = archive;
  }

  void updates(Context request) {
    Parameters asked = Parameters.of(request);
    Set<String> words = asked.one("q", Finding::words);
    List<Party> parties = asked.all("party", Party::new);
    List<Relationship> pairs = asked.all("pair", Relationship::parse);
    List<Kind> kinds = asked.all("kind", word -> WireWord.parse(Kind.class, word));
    Set<Capacity> sectors = Set.copyOf(asked.all("sector", Capacity::new));
    int limit = (int) asked.whole("limit", IF_ABSENT, 1, MOST);
    Publication after = asked.one("after", Finding::publication);
    if (request.queryParam("q") == null) {
      asked.problem("q", "missing; expected words of a headline");
    }
    asked.check();
    Headlines.Question question =
        new Headlines.Question(
            words == null ? Set.of() : words,
            pair ->
                (parties.isEmpty() || parties.stream().anyMatch(pair::includes))
                    && (pairs.isEmpty() || pairs.contains(pair)),
            update ->
                (kinds.isEmpty() || kinds.contains(update.kind()))
                    && Capacity.isWanted(sectors, update.sides()));
    Headlines.Found found = archive.headlines().find(question, after, limit);
    Publication next = found.next();
    Answer.cacheable(
        request,
        new Page(
            found.stories().stream().map(Told::of).toList(), next == null ? null : text(next)));
  }

  private static Set<String> words(String text) {
    Set<String> words = FoldedText.words(text);
    if (words.isEmpty() || text.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "'%s'; expected 1 … %d characters with a letter or digit",
              PlainText.clip(text),
              MOST_CHARACTERS));
    }
    return words;
  }

  private static String text(Publication publication) {
    String plain =
        String.format(
            Locale.ROOT,
            "%s %s %s",
            publication.issued(),
            publication.relationship(),
            publication.uri());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  private static Publication publication(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      String[] parts = plain.split(" ", 3);
      if (parts.length == 3) {
        return new Publication(Instant.parse(parts[0]), Relationship.parse(parts[1]), parts[2]);
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException(wrong(text), e);
    }
    throw new IllegalArgumentException(wrong(text));
  }

  private static String wrong(String text) {
    return String.format(Locale.ROOT, "'%s'; expected the next of a page", PlainText.clip(text));
  }
}
