package dev.tidings.feed.desk;

import dev.tidings.feed.Head;
import dev.tidings.feed.Sort;
import dev.tidings.http.Parameters;
import dev.tidings.party.Party;
import dev.tidings.update.WireWord;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One page of relationships.
 *
 * @param seenFrom the party whose relationships they are; absent, they are anybody's
 * @param all how many there are on all pages
 * @param next the page behind this one, counted from 1; absent, this is the last
 */
record HeadList(
    List<Row> rows,
    Sort sort,
    @Nullable Party seenFrom,
    int all,
    int page,
    @Nullable Integer next) {

  private static final int SIZE = 50;
  private static final int MOST_PAGES = 10_000;

  /** A relationship, and how its climate went. */
  record Row(Head head, Trail trail) {

    /** The other one of two parties. */
    Party facing(Party party) {
      return head.relationship().first().equals(party)
          ? head.relationship().second()
          : head.relationship().first();
    }
  }

  /** What a reader asked for. */
  record Asked(Sort sort, int page) {
    static Asked of(Parameters from) {
      Sort sort = from.one("sort", word -> WireWord.parse(Sort.class, word));
      return new Asked(
          sort == null ? Sort.LATEST : sort, (int) from.whole("page", 1, 1, MOST_PAGES));
    }
  }

  /** What a small chart shows, for whoever does not see it. */
  static String label(Reader reader, Trail trail) {
    Texts t = reader.texts();
    String from = reader.day(trail.from());
    String to = reader.day(trail.to());
    BigDecimal low = trail.low();
    BigDecimal high = trail.high();
    String scores = t.of("trail.quiet", from, to);
    if (low != null && high != null) {
      scores =
          low.compareTo(high) == 0
              ? t.of("trail.score", from, to, reader.signed(low))
              : t.of("trail.scores", from, to, reader.signed(low), reader.signed(high));
    }
    String lanes =
        trail.lanes().stream()
            .map(lane -> t.of("lane." + lane.family().word()))
            .collect(Collectors.joining(", "));
    return lanes.isEmpty() ? scores : scores + " " + t.of("trail.inForce", lanes);
  }

  static HeadList of(Stream<Head> heads, Asked asked, @Nullable Party seenFrom, Trails trails) {
    List<Head> sorted = heads.sorted(asked.sort().order()).toList();
    List<Row> rows =
        sorted.stream()
            .skip((long) (asked.page() - 1) * SIZE)
            .limit(SIZE)
            .map(head -> new Row(head, trails.of(head)))
            .toList();
    boolean isLast = (long) asked.page() * SIZE >= sorted.size();
    return new HeadList(
        rows,
        asked.sort(),
        seenFrom,
        sorted.size(),
        asked.page(),
        isLast ? null : asked.page() + 1);
  }
}
