package dev.tidings.feed.desk;

import dev.tidings.feed.Archive;
import dev.tidings.feed.Feed;
import dev.tidings.feed.Headlines;
import dev.tidings.feed.KnownParties;
import dev.tidings.feed.Replica;
import dev.tidings.http.Parameters;
import dev.tidings.party.Party;
import dev.tidings.party.Relationship;
import dev.tidings.relationship.RelationshipState;
import dev.tidings.relationship.edition.Story;
import dev.tidings.text.FoldedText;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** {@code /find?q=…}: parties by any of their names, two of them as a pair, headlines by word. */
final class FindPage {

  private static final int MOST_PARTIES = 12;
  private static final int MOST_PAIRS = 5;
  private static final int MOST_HEADLINES = 20;
  private static final int MOST_CHARACTERS = 100;

  /**
   * What was found.
   *
   * @param pairs of the parties found, those of which anything is known
   */
  record Found(List<Party> parties, List<Relationship> pairs, List<Story> headlines) {
    boolean isNothing() {
      return parties.isEmpty() && pairs.isEmpty() && headlines.isEmpty();
    }
  }

  private final Html html;
  private final Site site;
  private final Archive archive;
  private final Feed feed;
  private final KnownParties known;

  FindPage(Html html, Site site, Replica replica) {
    this.html = html;
    this.site = site;
    this.archive = replica.archive();
    this.feed = replica.feed();
    this.known = new KnownParties(replica.archive());
  }

  void show(Context request) {
    Parameters asked = Filled.parameters(request);
    String words = Objects.requireNonNullElse(asked.one("q", FindPage::words), "");
    Reader reader = Reader.of(request, asked);
    asked.check();
    Page page = new Page(site, reader, reader.texts().of("find.title"), "find", "find", null);
    long head = feed.head();
    html.answer(
        request,
        "find",
        Map.of(
            "page", page,
            "words", words,
            "found", find(words, reader),
            "log", feed.log(),
            "head", head));
  }

  private Found find(String words, Reader reader) {
    if (FoldedText.of(words).isBlank()) {
      return new Found(List.of(), List.of(), List.of());
    }
    Map<Party, Integer> counts = known.counts();
    List<Party> parties = known.named(words, reader.language(), counts);
    return new Found(
        parties.stream().limit(MOST_PARTIES).toList(),
        pairs(words, reader, counts),
        headlines(words));
  }

  /** Two words that each name a party name their relationship. */
  private List<Relationship> pairs(String words, Reader reader, Map<Party, Integer> counts) {
    List<List<Party>> named =
        FoldedText.words(words).stream()
            .map(word -> known.named(word, reader.language(), counts))
            .filter(found -> !found.isEmpty())
            .toList();
    if (named.size() != 2) {
      return List.of();
    }
    return named.get(0).stream()
        .flatMap(one -> named.get(1).stream().map(other -> Set.of(one, other)))
        .filter(both -> both.size() == 2)
        .map(both -> Relationship.of(List.copyOf(both).get(0), List.copyOf(both).get(1)))
        .distinct()
        .filter(pair -> archive.ask(pair, RelationshipState::isKnown).orElse(false))
        .limit(MOST_PAIRS)
        .toList();
  }

  private List<Story> headlines(String words) {
    Set<String> folded = FoldedText.words(words);
    return folded.isEmpty()
        ? List.of()
        : archive
            .headlines()
            .find(
                new Headlines.Question(folded, pair -> true, update -> true), null, MOST_HEADLINES)
            .stories();
  }

  private static String words(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%d characters; expected 1 … %d", text.length(), MOST_CHARACTERS));
    }
    return text;
  }
}
