package dev.tidings.gateway;

import dev.tidings.gateway.Outcome.Position;
import dev.tidings.gateway.Outcome.Published;
import dev.tidings.http.ProblemDetail;
import dev.tidings.http.Refusal;
import dev.tidings.party.Relationship;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.update.UpdateId;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What was published under each key in the last 24 hours, as the records on the topics say it: so
 * that it outlives this process, and other gateways know it. Safe for use by several threads.
 */
final class Keys {

  private static final Duration KEPT = Duration.ofHours(24);

  private record Entry(String request, long at, SortedMap<Integer, Parts> submissions) {}

  private record Parts(UpdateId id, SortedMap<Relationship, Position> records) {}

  private final Clock clock;
  private final Map<String, Entry> byId = new LinkedHashMap<>();
  private final Set<String> underWay = new HashSet<>();

  Keys(Clock clock) {
    this.clock = clock;
  }

  /** Takes a record. */
  synchronized void add(RelationshipUpdate update, ConsumerRecord<byte[], byte[]> record) {
    Optional<Key.Mark> found = Key.Mark.of(record);
    if (found.isEmpty() || isOver(record.timestamp())) {
      return;
    }
    Key.Mark mark = found.get();
    forgetOld();
    Entry entry =
        byId.computeIfAbsent(
            mark.key().id(),
            id -> new Entry(mark.key().request(), record.timestamp(), new TreeMap<>()));
    if (entry.request().equals(mark.key().request())) {
      entry
          .submissions()
          .computeIfAbsent(mark.submission(), n -> new Parts(update.id(), new TreeMap<>()))
          .records()
          .putIfAbsent(
              update.relationship(),
              new Position(
                  update.relationship(), record.topic(), record.partition(), record.offset()));
    }
  }

  /**
   * What a request has published already, by the place of each submission in it.
   *
   * @throws Refusal 422 when another request had the key
   */
  synchronized Optional<SortedMap<Integer, Published>> published(Key key) {
    Entry entry = byId.get(key.id());
    if (entry == null || isOver(entry.at())) {
      return Optional.empty();
    }
    if (!entry.request().equals(key.request())) {
      throw Refusal.of(
          422,
          "Unprocessable content",
          "this Idempotency-Key was used for another request; expected a new key");
    }
    SortedMap<Integer, Published> found = new TreeMap<>();
    entry
        .submissions()
        .forEach(
            (n, parts) ->
                found.put(
                    n,
                    new Published(
                        parts.id().uri(),
                        parts.id().version(),
                        List.copyOf(parts.records().values()))));
    return Optional.of(found);
  }

  /**
   * Does something under a key.
   *
   * @throws Refusal 409 while something is done under the same key
   */
  <T> T alone(@Nullable Key key, Supplier<T> work) {
    if (key == null) {
      return work.get();
    }
    begin(key);
    try {
      return work.get();
    } finally {
      end(key);
    }
  }

  private synchronized void begin(Key key) {
    if (!underWay.add(key.id())) {
      throw new Refusal(
          ProblemDetail.of(
              409, "Conflict", "a request with this Idempotency-Key is still under way"),
          Map.of("Retry-After", "1"));
    }
  }

  private synchronized void end(Key key) {
    underWay.remove(key.id());
  }

  private void forgetOld() {
    Iterator<Entry> oldest = byId.values().iterator();
    while (oldest.hasNext() && isOver(oldest.next().at())) {
      oldest.remove();
    }
  }

  private boolean isOver(long at) {
    return clock.millis() - at > KEPT.toMillis();
  }
}
