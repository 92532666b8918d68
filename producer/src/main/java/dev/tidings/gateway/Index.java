package dev.tidings.gateway;

import dev.tidings.gateway.BySource.Entry;
import dev.tidings.gateway.Stand.Place;
import dev.tidings.http.Publisher;
import dev.tidings.http.Refusal;
import dev.tidings.party.Relationship;
import dev.tidings.update.PubStatus;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.CloudEvents;
import dev.tidings.wire.UnreadableRecords;
import dev.tidings.wire.UpdateRecords;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the update topics: of each uri who published it, and where the highest version of
 * each relationship is. Contents stay in Kafka. Records are added by one thread; anyone may ask.
 */
final class Index {

  private static final String SOURCE = "/tidings/gateway";

  private final Map<String, Stand> byUri = new ConcurrentHashMap<>();
  private final BySource bySource = new BySource();
  private final Keys keys;
  private final UnreadableRecords unreadable = new UnreadableRecords();

  /** There are few sources, topics and relationships, and very many records of them. */
  private final Map<Object, Object> shared = new HashMap<>();

  Index(Keys keys) {
    this.keys = keys;
  }

  /** Takes a record; what is no update for the readers of the log is none here. */
  void add(ConsumerRecord<byte[], byte[]> record) {
    UpdateRecords.read(record)
        .use(update -> add(update, record), why -> unreadable.leaveOut(record, why));
  }

  private void add(RelationshipUpdate update, ConsumerRecord<byte[], byte[]> record) {
    Place place =
        new Place(
            one(update.relationship()),
            update.version(),
            update.pubStatus() == PubStatus.CANCELED,
            one(record.topic()),
            record.partition(),
            record.offset());
    String source = CloudEvents.header(record, "ce_source").map(this::one).orElse("");
    put(update.uri(), source, record.timestamp(), place);
    keys.add(update, record);
  }

  /** Whoever asks in between finds a uri in its old place or its new one. */
  private void put(String uri, String source, long at, Place place) {
    Stand before = byUri.get(uri);
    Stand now =
        before == null ? new Stand(source, at, List.of(place)) : before.with(source, at, place);
    bySource.put(uri, now);
    byUri.put(uri, now);
    if (before != null) {
      bySource.remove(uri, before, now);
    }
  }

  /** What is no update for the readers of the log. */
  UnreadableRecords unreadable() {
    return unreadable;
  }

  Optional<Stand> of(String uri) {
    return Optional.ofNullable(byUri.get(uri));
  }

  int size() {
    return byUri.size();
  }

  /**
   * How a uri stands to which this publisher may add a version.
   *
   * @throws Refusal 404 when there is no such update, 403 when it is somebody else's
   */
  Stand standFor(String uri, Publisher publisher) {
    Stand stand = byUri.get(uri);
    if (stand == null) {
      throw Refusal.notFound("no update has this uri; POST /updates publishes a first");
    }
    whyNot(uri, publisher)
        .ifPresent(
            why -> {
              throw Refusal.of(403, "Forbidden", why);
            });
    return stand;
  }

  /**
   * The updates to which this publisher may add versions, the latest published first.
   *
   * @param pair the only one in which they stand; absent, all
   * @param after the uri behind which to begin, which must be known; absent, from the latest on
   */
  List<Own> own(
      Publisher publisher, @Nullable Relationship pair, @Nullable String after, int most) {
    Stand last = after == null ? null : byUri.get(after);
    return bySource.latest(
        publisher.isNamed() ? source(publisher) : null,
        pair,
        after == null || last == null ? null : Entry.of(after, last),
        most,
        entry -> own(entry, publisher, pair));
  }

  private Optional<Own> own(Entry entry, Publisher publisher, @Nullable Relationship pair) {
    Stand stand = Objects.requireNonNull(byUri.get(entry.uri()));
    boolean isThere =
        entry.equals(Entry.of(entry.uri(), stand)) && whyNot(entry.uri(), publisher).isEmpty();
    Own own = Own.of(entry.uri(), stand);
    return isThere && (pair == null || own.relationships().contains(pair))
        ? Optional.of(own)
        : Optional.empty();
  }

  /** Why this publisher may add no version to a uri: somebody else has published it. */
  Optional<String> whyNot(String uri, Publisher publisher) {
    Stand stand = byUri.get(uri);
    if (stand == null || !publisher.isNamed() || stand.owner().equals(source(publisher))) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT, "published by somebody else; expected an update of %s", publisher.name()));
  }

  /** The {@code ce_source} of what a publisher publishes. */
  static String source(Publisher publisher) {
    return publisher.isNamed() ? SOURCE + "/" + publisher.name() : SOURCE;
  }

  @SuppressWarnings("unchecked") // An object is only ever replaced by an equal one.
  private <T> T one(T value) {
    Object known = shared.putIfAbsent(value, value);
    return known == null ? value : (T) known;
  }
}
