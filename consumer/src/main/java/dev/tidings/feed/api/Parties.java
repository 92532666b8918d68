package dev.tidings.feed.api;

import dev.tidings.feed.Feed;
import dev.tidings.feed.Head;
import dev.tidings.feed.Heads;
import dev.tidings.feed.Item;
import dev.tidings.feed.KnownParties;
import dev.tidings.feed.Paths;
import dev.tidings.feed.Replica;
import dev.tidings.http.Answer;
import dev.tidings.http.Language;
import dev.tidings.http.Parameters;
import dev.tidings.party.Party;
import dev.tidings.party.Relationship;
import dev.tidings.text.FoldedText;
import dev.tidings.text.PlainText;
import dev.tidings.wire.NotificationJson.Entry;
import io.javalin.http.Context;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
  private final KnownParties known;

  Parties(Replica replica, Heads heads) {
    this.replica = replica;
    this.heads = heads;
    this.known = new KnownParties(replica.archive());
  }

  void list(Context request) {
    Parameters asked = Parameters.of(request);
    String text = asked.one("q", Parties::text);
    Locale language = Language.of(request, asked);
    asked.check();
    Map<Party, Integer> counts = known.counts();
    Collection<Party> listed = text == null ? counts.keySet() : known.named(text, language);
    Answer.cacheable(
        request, new All(listed.stream().map(party -> listed(party, counts, language)).toList()));
  }

  private static Listed listed(Party party, Map<Party, Integer> counts, Locale language) {
    return new Listed(
        party, party.name(language), party.isOrganisation(), counts.getOrDefault(party, 0));
  }

  private static String text(String given) {
    if (FoldedText.of(given).isBlank() || given.length() > Finding.MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "'%s'; expected 1 … %d characters",
              PlainText.clip(given),
              Finding.MOST_CHARACTERS));
    }
    return given;
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
