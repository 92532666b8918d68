package dev.tidings.gateway;

import dev.tidings.gateway.Stand.Place;
import dev.tidings.http.Publisher;
import dev.tidings.update.PubStatus;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.Reading;
import dev.tidings.wire.UpdateRecords;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * What stands on the update topics: of each uri who published it, and where the highest version of
 * each relationship is. Contents stay in Kafka. Records are added by one thread; anyone may ask.
 */
final class Index {

  private static final String SOURCE = "/tidings/gateway";

  private final Map<String, Stand> byUri = new ConcurrentHashMap<>();
  private final Keys keys;

  /** There are few sources, topics and relationships, and very many records of them. */
  private final Map<Object, Object> shared = new HashMap<>();

  Index(Keys keys) {
    this.keys = keys;
  }

  /** Takes a record; what is no update for the readers of the log is none here. */
  void add(ConsumerRecord<byte[], byte[]> record) {
    if (UpdateRecords.read(record) instanceof Reading.Good<RelationshipUpdate> good) {
      add(good.value(), record);
      keys.add(good.value(), record);
    }
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
    Header header = record.headers().lastHeader("ce_source");
    String source = header == null ? "" : one(new String(header.value(), StandardCharsets.UTF_8));
    long at = record.timestamp();
    byUri.merge(
        update.uri(),
        new Stand(source, at, List.of(place)),
        (known, unused) -> known.with(source, at, place));
  }

  Optional<Stand> of(String uri) {
    return Optional.ofNullable(byUri.get(uri));
  }

  int size() {
    return byUri.size();
  }

  /** Why this publisher may add no version to a uri: somebody else has published it. */
  Optional<String> whyNot(String uri, Publisher publisher) {
    Stand stand = byUri.get(uri);
    if (stand == null || !publisher.isNamed() || stand.owner().equals(source(publisher))) {
      return Optional.empty();
    }
    return Optional.of(
        "published by %s; expected an update of %s"
            .formatted(
                stand.owner().isEmpty() ? "somebody else" : stand.owner(), publisher.name()));
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
