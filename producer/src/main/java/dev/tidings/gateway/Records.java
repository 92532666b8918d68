package dev.tidings.gateway;

import dev.tidings.gateway.Outcome.Position;
import dev.tidings.gateway.Outcome.Published;
import dev.tidings.http.Refusal;
import dev.tidings.update.RelationshipUpdate;
import dev.tidings.wire.CloudEvents;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** What one request publishes: submissions become records, and their positions an answer. */
final class Records {

  /** A submission of 30 parties is 435 records, each with all of its text. */
  private static final int MOST_RECORDS = 5_000;

  private static final long MOST_BYTES = 64L * 1024 * 1024;

  private final String source;
  private final @Nullable Key key;
  private final List<List<RelationshipUpdate>> submissions = new ArrayList<>();
  private final List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
  private long bytes;

  /**
   * Begins.
   *
   * @param source the {@code ce_source}
   * @param key by which the records are found again
   */
  Records(String source, @Nullable Key key) {
    this.source = source;
    this.key = key;
  }

  /**
   * Adds what a submission stands for.
   *
   * @param number its place in the request
   * @throws Refusal 413 when the request becomes too large for one transaction
   */
  void add(int number, List<RelationshipUpdate> updates) {
    submissions.add(updates);
    for (RelationshipUpdate update : updates) {
      ProducerRecord<byte[], byte[]> record = CloudEvents.record(update, source);
      if (key != null) {
        key.mark(record.headers(), number);
      }
      bytes += record.value().length;
      records.add(record);
      if (records.size() > MOST_RECORDS || bytes > MOST_BYTES) {
        throw Refusal.of(
            413,
            "Content too large",
            String.format(
                Locale.ROOT,
                "these updates are more than %d records or %d MiB; expected several requests",
                MOST_RECORDS,
                MOST_BYTES >> 20));
      }
    }
  }

  List<ProducerRecord<byte[], byte[]>> records() {
    return records;
  }

  List<RelationshipUpdate> updates() {
    return submissions.stream().flatMap(List::stream).toList();
  }

  /** What to answer when the records stand there. */
  List<Published> published(List<RecordMetadata> places) {
    List<Published> published = new ArrayList<>();
    int next = 0;
    for (List<RelationshipUpdate> updates : submissions) {
      List<Position> positions = new ArrayList<>();
      for (RelationshipUpdate update : updates) {
        RecordMetadata place = places.get(next++);
        positions.add(
            new Position(update.relationship(), place.topic(), place.partition(), place.offset()));
      }
      positions.sort(Comparator.comparing(Position::relationship));
      RelationshipUpdate first = updates.get(0);
      published.add(new Published(first.uri(), first.version(), positions));
    }
    return published;
  }
}
