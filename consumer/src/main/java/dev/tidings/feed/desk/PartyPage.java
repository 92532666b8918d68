package dev.tidings.feed.desk;

import dev.tidings.feed.Feed;
import dev.tidings.feed.Heads;
import dev.tidings.feed.KnownParties;
import dev.tidings.feed.Paths;
import dev.tidings.feed.Replica;
import dev.tidings.http.Parameters;
import dev.tidings.party.Party;
import io.javalin.http.Context;
import java.text.Collator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code /parties} and {@code /parties/IRN}: who there is, and how one stands with all others. */
final class PartyPage {

  private final Html html;
  private final Site site;
  private final KnownParties known;
  private final Feed feed;
  private final Heads heads;
  private final Trails trails;

  PartyPage(Html html, Site site, Replica replica, Heads heads, Trails trails) {
    this.html = html;
    this.site = site;
    this.known = new KnownParties(replica.archive());
    this.feed = replica.feed();
    this.heads = heads;
    this.trails = trails;
  }

  /** Who is in any relationship, with the number of them, in the order of names. */
  void list(Context request) {
    Parameters asked = Filled.parameters(request);
    Reader reader = Reader.of(request, asked);
    asked.check();
    Map<Party, Integer> counts = known.counts();
    Collator order = Collator.getInstance(reader.language());
    List<Party> parties =
        counts.keySet().stream()
            .sorted((one, other) -> order.compare(reader.name(one), reader.name(other)))
            .toList();
    Page page = new Page(site, reader, reader.texts().of("parties.title"), "parties", "find", null);
    html.answer(request, "parties", Map.of("page", page, "parties", parties, "counts", counts));
  }

  void show(Context request) {
    Party party = Paths.party(request);
    Parameters asked = Filled.parameters(request);
    HeadList.Asked wanted = HeadList.Asked.of(asked);
    Reader reader = Reader.of(request, asked);
    asked.check();
    long head = feed.head();
    HeadList list = HeadList.of(heads.of(pair -> pair.includes(party)), wanted, party, trails);
    Page page =
        new Page(
            site,
            reader,
            reader.name(party),
            "parties",
            "party",
            Page.filter("party", party.code()));
    Map<String, Object> values = new HashMap<>();
    values.put("page", page);
    values.put("party", party);
    values.put("list", list);
    values.put("log", feed.log());
    values.put("head", head);
    html.answer(request, "party", values);
  }
}
