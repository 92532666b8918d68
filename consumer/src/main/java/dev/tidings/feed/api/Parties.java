package dev.tidings.feed.api;

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
import dev.tidings.wire.NotificationJson.Entry;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** {@code /parties}: who stands in any relationship, and how one stands with all others. */
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
    Locale language = Language.of(request, asked);
    asked.check();
    Map<Party, Integer> counts = new TreeMap<>();
    heads
        .all()
        .flatMap(head -> head.relationship().parties().stream())
        .forEach(party -> counts.merge(party, 1, Integer::sum));
    Answer.cacheable(
        request,
        new All(
            counts.entrySet().stream()
                .map(
                    count ->
                        new Listed(
                            count.getKey(),
                            count.getKey().name(language),
                            count.getKey().isOrganisation(),
                            count.getValue()))
                .toList()));
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
