package dev.tidings.feed.stream;

import dev.tidings.feed.Feed;
import dev.tidings.feed.LiveFeed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** A live feed, its stream, and readers of it. */
final class Streams implements AutoCloseable {

  static final String PATH = "/notifications/stream";

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final LiveFeed live;
  private final NotificationStream stream;
  private final Connections connections;

  private Streams(Path folder, Bounds bounds) {
    AtomicReference<NotificationStream> made = new AtomicReference<>();
    this.live =
        LiveFeed.start(
            folder,
            replica -> {
              made.set(new NotificationStream(replica.feed(), metrics, bounds));
              return List.of(made.get());
            });
    this.stream = Objects.requireNonNull(made.get());
    this.connections = new Connections(live.port(), 0);
  }

  static Streams start(Path folder) {
    return start(folder, Bounds.USUAL);
  }

  static Streams start(Path folder, Bounds bounds) {
    return new Streams(folder, bounds);
  }

  static Bounds withHeartbeat(Duration heartbeat) {
    Bounds usual = Bounds.USUAL;
    return new Bounds(
        heartbeat, usual.mostReaders(), usual.mostMissed(), usual.grace(), usual.patience());
  }

  LiveFeed live() {
    return live;
  }

  Feed feed() {
    return live.replica().feed();
  }

  Connections connections() {
    return connections;
  }

  /** A reader, once it was greeted or refused. */
  RecordingReader read(String query, String... headers) {
    StringBuilder request = new StringBuilder(PATH).append(query);
    for (String header : headers) {
      request.append('\n').append(header);
    }
    RecordingReader reader = new RecordingReader(request.toString());
    connections.open(reader);
    await()
        .until(
            () ->
                !reader.events().isEmpty()
                    || (!reader.head().contains("event-stream") && !reader.head().isEmpty()));
    return reader;
  }

  /** The cursors of all entries behind one. */
  List<Long> seqsAfter(long cursor) {
    Feed feed = feed();
    return LongStream.range(feed.indexAfter(cursor), feed.size())
        .mapToObj(i -> feed.at((int) i).seq())
        .toList();
  }

  int connected() {
    return (int) metrics.get("tidings.stream.readers").gauge().value();
  }

  int stalled() {
    return (int) metrics.get("tidings.stream.stalled").gauge().value();
  }

  Frames frames() {
    return stream.frames();
  }

  int cut() {
    return (int) metrics.get("tidings.stream.cut").counter().count();
  }

  int resets() {
    return (int) metrics.get("tidings.stream.resets").counter().count();
  }

  static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(10));
  }

  @Override
  public void close() {
    live.close();
    connections.close();
  }
}
