package dev.tidings.feed.desk;

import dev.tidings.feed.Feed;
import dev.tidings.feed.Filter;
import dev.tidings.feed.Item;
import dev.tidings.notification.Notification;
import dev.tidings.notification.Reason;
import dev.tidings.party.Relationship;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the feed as a page shows it, the newest first: what may wake somebody one by one,
 * and background that came in a row folded into one.
 *
 * @param older before which entry to go on; absent, this goes back as far as there is anything
 */
record News(List<Block> blocks, @Nullable Long older) {

  private static final int MOST_SHOWN = 40;
  private static final int MOST_OF_A_FOLD = 10;

  /** So that a filter which lets little through does not walk through all of a long feed. */
  private static final int MOST_LOOKED_AT = 50_000;

  /** One thing in the list. */
  sealed interface Block {}

  /** An entry that may wake somebody. */
  record One(Entry entry) implements Block {}

  /**
   * Background that came in a row.
   *
   * @param entries the last few of them
   * @param more how many there are besides
   */
  record Folded(List<Entry> entries, int more) implements Block {
    private static final int MOST_PAIRS = 3;

    int size() {
      return entries.size() + more;
    }

    /** Some of those that it is about. */
    List<Relationship> pairs() {
      return about().limit(MOST_PAIRS).toList();
    }

    boolean isMorePairs() {
      return more > 0 || about().count() > MOST_PAIRS;
    }

    private Stream<Relationship> about() {
      return entries.stream().map(entry -> entry.shown().relationship()).distinct();
    }
  }

  /**
   * An entry as a reader may see it now.
   *
   * @param isWithdrawn whether nothing may be used any more of what it told
   * @param correctedTo the version that took its place since; absent, it is the last one told
   */
  record Entry(long seq, Notification shown, boolean isWithdrawn, @Nullable Integer correctedTo) {

    static Entry of(Feed feed, Item item) {
      Notification shown = feed.shown(item);
      int last =
          feed.latestOf(shown.relationship(), shown.update().uri())
              .map(latest -> latest.said().update().version())
              .orElse(0);
      boolean isWithdrawn = feed.isWithdrawn(item);
      return new Entry(
          item.seq(),
          shown,
          isWithdrawn,
          !isWithdrawn && last > shown.update().version() ? last : null);
    }

    /** Whether it takes something back that readers were told. */
    boolean isRevision() {
      return switch (shown.reason()) {
        case CORRECTION, KILL, WITHHELD, CONFLICT, CLAIM_RETRACTED -> true;
        case UPDATE, RELEASE, CORROBORATED, LAPSE, CLAIM_CONFIRMED, CLAIM_DENIED, CLAIM_DISPUTED ->
            false;
      };
    }

    /** How it looks: {@code flash}, {@code urgent}, {@code revision} or {@code plain}. */
    String look() {
      if (isRevision()) {
        return "revision";
      }
      return switch (shown.urgency()) {
        case 1, 2 -> "flash";
        case 3 -> "urgent";
        default -> "plain";
      };
    }

    /** The key of what it says it is: a reason that readers must not miss, or a degree of haste. */
    String sign() {
      if (shown.reason() != Reason.UPDATE) {
        return "reason." + shown.reason().word();
      }
      return "look." + look();
    }

    boolean isSigned() {
      return shown.reason() != Reason.UPDATE || !look().equals("plain");
    }

    String what() {
      return shown.update().mode().word().replace('-', ' ').toLowerCase(Locale.ROOT);
    }
  }

  News {
    blocks = List.copyOf(blocks);
  }

  /** Whether there is nothing but background. */
  boolean isAllFolded() {
    return blocks.stream().allMatch(Folded.class::isInstance);
  }

  /**
   * Reads the feed backwards.
   *
   * @param after only what came behind this cursor
   * @param before only what came before this entry; null: from the end
   */
  static News of(Feed feed, Filter filter, long after, @Nullable Long before) {
    int end = before == null ? feed.indexAfter(feed.head()) : feed.indexAfter(before - 1);
    int start = Math.max(feed.indexAfter(after), end - MOST_LOOKED_AT);
    List<Block> blocks = new ArrayList<>();
    List<Entry> fold = new ArrayList<>();
    int more = 0;
    int shown = 0;
    int index = end - 1;
    for (; index >= start && shown < MOST_SHOWN; index--) {
      Item item = feed.at(index);
      if (!filter.lets(item)) {
        continue;
      }
      Entry entry = Entry.of(feed, item);
      if (!item.wakesNobody() || entry.isRevision()) {
        more = endFold(blocks, fold, more);
        blocks.add(new One(entry));
        shown++;
      } else if (fold.size() < MOST_OF_A_FOLD) {
        fold.add(entry);
      } else {
        more++;
      }
    }
    endFold(blocks, fold, more);
    boolean isMore = index >= 0 && index >= feed.indexAfter(after);
    return new News(blocks, isMore ? feed.at(index).seq() + 1 : null);
  }

  private static int endFold(List<Block> blocks, List<Entry> fold, int more) {
    if (!fold.isEmpty()) {
      blocks.add(new Folded(List.copyOf(fold), more));
      fold.clear();
    }
    return 0;
  }
}
