package dev.tidings.gateway;

import dev.tidings.party.Relationship;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The uris that each source has published, the latest first: all of them, and those of each
 * relationship. One thread puts them in; anyone may ask.
 */
final class BySource {

  /**
   * One uri's place in the lists.
   *
   * @param since when it was published first, in milliseconds since 1970
   */
  record Entry(long since, String uri) implements Comparable<Entry> {

    private static final Comparator<Entry> LATEST_FIRST =
        Comparator.comparingLong(Entry::since).reversed().thenComparing(Entry::uri);

    static Entry of(String uri, Stand stand) {
      return new Entry(stand.since(), uri);
    }

    @Override
    public int compareTo(Entry other) {
      return LATEST_FIRST.compare(this, other);
    }
  }

  private record Lists(
      NavigableSet<Entry> all, Map<Relationship, NavigableSet<Entry>> byRelationship) {

    Lists() {
      this(new ConcurrentSkipListSet<>(), new ConcurrentHashMap<>());
    }

    Optional<NavigableSet<Entry>> of(@Nullable Relationship relationship) {
      return Optional.ofNullable(relationship == null ? all : byRelationship.get(relationship));
    }
  }

  private final Map<String, Lists> bySource = new ConcurrentHashMap<>();

  /** Puts a uri where it stands now. */
  void put(String uri, Stand stand) {
    Entry entry = Entry.of(uri, stand);
    Lists lists = bySource.computeIfAbsent(stand.owner(), source -> new Lists());
    lists.all().add(entry);
    for (Stand.Place place : stand.places()) {
      lists
          .byRelationship()
          .computeIfAbsent(place.relationship(), one -> new ConcurrentSkipListSet<>())
          .add(entry);
    }
  }

  /** Takes a uri from where it stood, when that is not where it stands now. */
  void remove(String uri, Stand before, Stand now) {
    Entry entry = Entry.of(uri, before);
    if (before.owner().equals(now.owner()) && entry.equals(Entry.of(uri, now))) {
      return;
    }
    Lists lists = Objects.requireNonNull(bySource.get(before.owner()));
    lists.all().remove(entry);
    before
        .places()
        .forEach(
            place ->
                Objects.requireNonNull(lists.byRelationship().get(place.relationship()))
                    .remove(entry));
  }

  /**
   * What stands behind a place, the latest first.
   *
   * @param source whose; absent, everybody's: there are few sources
   * @param relationship the only one in which it stands or has stood
   * @param after absent: from the latest on
   * @param found what is made of an entry; empty, it is left out
   */
  <T> List<T> latest(
      @Nullable String source,
      @Nullable Relationship relationship,
      @Nullable Entry after,
      int most,
      Function<Entry, Optional<T>> found) {
    record Found<T>(Entry entry, T value) {}
    return lists(source).stream()
        .flatMap(lists -> lists.of(relationship).stream())
        .flatMap(
            list ->
                behind(after, list)
                    .flatMap(entry -> found.apply(entry).map(it -> new Found<>(entry, it)).stream())
                    .limit(most))
        .sorted(Comparator.comparing(Found::entry))
        .limit(most)
        .map(Found::value)
        .toList();
  }

  private Collection<Lists> lists(@Nullable String source) {
    if (source == null) {
      return bySource.values();
    }
    Lists lists = bySource.get(source);
    return lists == null ? List.of() : List.of(lists);
  }

  private static Stream<Entry> behind(@Nullable Entry after, NavigableSet<Entry> list) {
    return (after == null ? list : list.tailSet(after, false)).stream();
  }
}
