package dev.tidings.feed;

import dev.tidings.notification.Notification;
import dev.tidings.notification.Notification.Change;
import dev.tidings.party.Relationship;
import dev.tidings.wire.Json;
import dev.tidings.wire.NotificationJson;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The notification feed, whole and in one order. One thread adds, any thread reads without waiting.
 *
 * <p>The log keeps what was told for ever; a reader does not get to see again what was withdrawn
 * since. So entries leave by {@link #shown} alone.
 */
public final class Feed {

  /** The cursor of whoever has read nothing. */
  public static final long START = -1;

  /** So many of the newest entries are kept as they were told, and not packed. */
  static final int NEWEST = 2_048;

  /** How many packs are made at once, on all cores. */
  private static final int PACKS = 8;

  private static final int NOWHERE = -1;

  private final String log;
  private final long beginning;
  private final Function<Relationship, Set<String>> withdrawnTerms;

  /** By its relationship and uri, the place of the last entry about an update. */
  final HashIndex latest = new HashIndex();

  private final Map<Relationship, Item> latestOfPair = new ConcurrentHashMap<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile Item[] items = new Item[1_024];
  private volatile int size;

  // The rest belongs to the thread that adds.

  /** All that there are, each once. */
  private final Map<Facets, Facets> facets = new HashMap<>();

  /** How many of the first entries are packed. */
  private int packed;

  /**
   * An empty feed.
   *
   * @param log names the log whose offsets are the cursors: those of another one mean nothing here
   * @param beginning the first offset that the log still has
   * @param withdrawnTerms the terms, of a relationship's threads, that only withdrawn updates gave
   */
  public Feed(String log, long beginning, Function<Relationship, Set<String>> withdrawnTerms) {
    this.log = log;
    this.beginning = beginning;
    this.withdrawnTerms = withdrawnTerms;
  }

  /** Names the log whose offsets are the cursors. */
  public String log() {
    return log;
  }

  /** The cursor of whoever has read all there is: {@link #START}, or the last entry's. */
  public long head() {
    int count = size;
    return count == 0 ? START : items[count - 1].seq();
  }

  /** Number of entries. */
  public int size() {
    return size;
  }

  /** The entry at a place, 0 … {@link #size} − 1. */
  public Item at(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    return items[index];
  }

  /** The place of the first entry behind a cursor; {@link #size} when there is none yet. */
  public int indexAfter(long cursor) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (items[middle].seq() <= cursor) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * Whether all that ever followed a cursor is here: it is not of the future, nor deleted since.
   */
  public boolean canGoOnFrom(long cursor) {
    return cursor == START || (cursor >= Math.max(0, beginning - 1) && cursor <= head());
  }

  /** The last entry of a relationship; those before it are linked to it. */
  public Optional<Item> latestOf(Relationship relationship) {
    return Optional.ofNullable(latestOfPair.get(relationship));
  }

  /** The last entry about an update; those before it are linked to it. */
  public Optional<Item> latestOf(Relationship relationship, String uri) {
    int place = placeOfLatest(latest.hash(subject(relationship, uri)), relationship, uri);
    return place == NOWHERE ? Optional.empty() : Optional.of(items[place]);
  }

  /** Whether the update that an entry is about was withdrawn, by it or since. */
  public boolean isWithdrawn(Item item) {
    return latestAbout(item, item.said()).withdraws();
  }

  /** What a reader may see of an entry now: of what was withdrawn since, nothing of its text. */
  public Notification shown(Item item) {
    Notification said = item.said();
    Item last = latestAbout(item, said);
    String headline =
        last.withdraws() && !item.withdraws() ? last.said().headline() : said.headline();
    Set<String> hidden = withdrawnTerms.apply(said.relationship());
    List<Change> changes =
        hidden.isEmpty()
            ? said.changes()
            : said.changes().stream().map(change -> without(hidden, change)).toList();
    return said.shownAs(headline, changes);
  }

  /** An entry as it leaves: the notification as a reader may see it now, with its cursor. */
  public byte[] json(Item item) {
    return Json.write(entry(item));
  }

  /** The same as a part of a larger answer. */
  public NotificationJson.Entry entry(Item item) {
    return new NotificationJson.Entry(item.seq(), shown(item));
  }

  /** Calls back, in the adding thread, when there is something new; must not block. */
  public void onNews(Runnable listener) {
    listeners.add(listener);
  }

  /** Adds the next entry; its offset is higher than that of any before it. */
  public void add(long seq, Instant told, Notification notification) {
    Item earlierOfPair = latestOfPair.get(notification.relationship());
    Relationship relationship =
        earlierOfPair == null ? notification.relationship() : earlierOfPair.relationship();
    String uri = notification.update().uri();
    int hash = latest.hash(subject(relationship, uri));
    int earlier = placeOfLatest(hash, relationship, uri);
    Item item =
        new Item(
            seq,
            told,
            notification,
            relationship,
            facets.computeIfAbsent(Facets.of(notification), one -> one),
            earlier == NOWHERE ? null : items[earlier],
            earlierOfPair);
    int count = size;
    if (count == items.length) {
      items = Arrays.copyOf(items, count + count / 2);
    }
    items[count] = item;
    if (earlier == NOWHERE) {
      latest.add(hash, count);
    } else {
      latest.replace(hash, earlier, count);
    }
    latestOfPair.put(relationship, item);
    size = count + 1;
    listeners.forEach(Runnable::run);
    if (size - packed >= NEWEST + PACKS * Pack.ENTRIES) {
      pack();
    }
  }

  /** Packs the entries that are no longer among the newest. */
  private void pack() {
    List<Item> all = Arrays.asList(items);
    int first = packed;
    IntStream.range(0, PACKS)
        .map(number -> first + number * Pack.ENTRIES)
        .parallel()
        .forEach(start -> Pack.pack(all.subList(start, start + Pack.ENTRIES)));
    packed = first + PACKS * Pack.ENTRIES;
  }

  /** The last entry about the update that an entry is about: mostly itself. */
  private Item latestAbout(Item item, Notification said) {
    Relationship relationship = item.relationship();
    String uri = said.update().uri();
    return latest
        .find(latest.hash(subject(relationship, uri)))
        .mapToObj(place -> items[place])
        .filter(one -> one.equals(item) || isAbout(one, relationship, uri))
        .findFirst()
        .orElseThrow();
  }

  private int placeOfLatest(int hash, Relationship relationship, String uri) {
    return latest
        .find(hash)
        .filter(place -> isAbout(items[place], relationship, uri))
        .findFirst()
        .orElse(NOWHERE);
  }

  private static boolean isAbout(Item item, Relationship relationship, String uri) {
    return item.relationship().equals(relationship) && item.said().update().uri().equals(uri);
  }

  private static String subject(Relationship relationship, String uri) {
    return relationship.key() + " " + uri;
  }

  private static Change without(Set<String> hidden, Change change) {
    return new Change(
        change.path(), without(hidden, change.before()), without(hidden, change.after()));
  }

  /** A thread's state is told as {@code in-force since DATE: TERMS}. */
  private static @Nullable String without(Set<String> hidden, @Nullable String state) {
    if (state != null) {
      for (String terms : hidden) {
        if (state.endsWith(": " + terms)) {
          return state.substring(0, state.length() - terms.length() - 2);
        }
      }
    }
    return state;
  }
}
