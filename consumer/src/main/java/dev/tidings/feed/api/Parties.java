package dev.tidings.feed.api;

import dev.tidings.feed.Archive;
import dev.tidings.feed.Feed;
import dev.tidings.feed.Head;
import dev.tidings.feed.Heads;
import dev.tidings.feed.Item;
import dev.tidings.feed.Replica;
import dev.tidings.http.Answer;
import dev.tidings.http.Language;
import dev.tidings.http.Parameters;
import dev.tidings.party.Party;
import dev.tidings.party.Relationship;
import dev.tidings.relationship.RelationshipState;
import dev.tidings.text.FoldedText;
import dev.tidings.text.PlainText;
import dev.tidings.wire.NotificationJson.Entry;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * {@code /parties}: who stands in any relationship or is looked for, and how one stands with all
 * others.
 */
final class Parties {

  private static final int NEWS = 20;

  private record Listed(Party code, String name, boolean organisation, int relationships) {}

  private record All(List<Listed> parties) {}

  private record One(
      Party code, String name, boolean organisation, List<Head> relationships, List<Entry> news) {}

  private final Replica replica;
  private final Heads heads;

  Parties(Replica replica, Heads heads) {
    this.replica = replica;
    this.heads = heads;
  }

  void list(Context request) {
    Parameters asked = Parameters.of(request);
    String text = asked.one("q", Parties::text);
    Locale language = Language.of(request, asked);
    asked.check();
    Map<Party, Integer> counts = counts();
    Answer.cacheable(
        request,
        new All(
            text == null
                ? counts.keySet().stream().map(party -> listed(party, counts, language)).toList()
                : found(text, counts, language)));
  }

  /** In how many relationships each stands of which anything is known. */
  private SortedMap<Party, Integer> counts() {
    SortedMap<Party, Integer> counts = new TreeMap<>();
    Archive archive = replica.archive();
    archive.relationships().stream()
        .filter(pair -> archive.ask(pair, RelationshipState::isKnown).orElse(false))
        .flatMap(pair -> pair.parties().stream())
        .forEach(party -> counts.merge(party, 1, Integer::sum));
    return counts;
  }

  private static List<Listed> found(String text, Map<Party, Integer> counts, Locale language) {
    List<Listed> begin = new ArrayList<>();
    List<Listed> contain = new ArrayList<>();
    for (Party party : Party.all()) {
      List<String> names =
          Stream.of(party.name(language), party.name(), party.code()).map(FoldedText::of).toList();
      if (names.stream().anyMatch(name -> name.startsWith(text))) {
        begin.add(listed(party, counts, language));
      } else if (names.stream().anyMatch(name -> name.contains(text))) {
        contain.add(listed(party, counts, language));
      }
    }
    Comparator<Listed> most = Comparator.comparing(Listed::relationships).reversed();
    begin.sort(most);
    contain.sort(most);
    return Stream.concat(begin.stream(), contain.stream()).toList();
  }

  private static Listed listed(Party party, Map<Party, Integer> counts, Locale language) {
    return new Listed(
        party, party.name(language), party.isOrganisation(), counts.getOrDefault(party, 0));
  }

  private static String text(String given) {
    String folded = FoldedText.of(given).strip();
    if (folded.isEmpty() || given.length() > Finding.MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "'%s'; expected 1 … %d characters"
              .formatted(PlainText.clip(given), Finding.MOST_CHARACTERS));
    }
    return folded;
  }

  void one(Context request) {
    Party party = Paths.party(request);
    Parameters asked = Parameters.of(request);
    Locale language = Language.of(request, asked);
    asked.check();
    List<Head> relationships =
        heads.of(pair -> pair.includes(party)).map(head -> head.in(language)).toList();
    Answer.cacheable(
        request,
        new One(
            party,
            party.name(language),
            party.isOrganisation(),
            relationships,
            news(relationships.stream().map(Head::relationship).toList())));
  }

  /** The last entries of the feed about these relationships, the latest first. */
  private List<Entry> news(List<Relationship> relationships) {
    Feed feed = replica.feed();
    return relationships.stream()
        .flatMap(relationship -> feed.latestOf(relationship).stream())
        .flatMap(last -> Stream.iterate(last, Objects::nonNull, Item::earlierOfPair).limit(NEWS))
        .sorted(Comparator.comparing(Item::seq).reversed())
        .limit(NEWS)
        .map(feed::entry)
        .toList();
  }
}
