package dev.tidings.feed.syndication;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What a document says of itself.
 *
 * @param log names the log that it is of
 * @param query what gives this document again, in one order
 * @param updated the latest instant at which anything in it was issued
 */
record Channel(String log, String query, Instant updated) {

  static final String NAME = "Tidings";

  static Channel of(String log, Selection selection, List<Entry> entries) {
    Instant updated =
        entries.stream().map(Entry::updated).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    return new Channel(log, selection.query(), updated);
  }

  String id() {
    return Tag.ofFeed(log, query);
  }

  String title() {
    return query.isEmpty() ? NAME : NAME + ": " + query.replace("&", ", ");
  }

  String atomPath() {
    return Links.document("feed.atom", query);
  }

  String jsonPath() {
    return Links.document("feed.json", query);
  }
}
