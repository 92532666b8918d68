package dev.tidings.feed.stream;

import static dev.tidings.fixture.UpdateFixture.update;

import dev.tidings.feed.Feed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * Measures how long after an update was handed to Kafka, and how long after its entry joined the
 * feed, the last of all readers had it, with and without readers that never read. All in this
 * process: broker, worker, server and readers.
 */
final class StreamDelays {

  private static final int ENTRIES = 100;
  private static final int PAST = 8_000;
  private static final int SMALL_BUFFER = 1_024;
  private static final List<String> NEIGHBOURS = List.of("PAK", "IRQ", "TUR", "AFG", "OMN");

  /** When each entry joined the feed. */
  private static final AtomicLongArray ADDED = new AtomicLongArray(PAST + 20 * ENTRIES);

  private static int count;

  private StreamDelays() {}

  /** Prints a table; takes no arguments. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("tidings-delays");
    try (Streams streams = Streams.start(folder, Bounds.USUAL, StreamDelays::noteWhenAdded)) {
      for (int i = 0; i < PAST; i += 500) {
        publish(streams, 500);
        streams.live().awaitTold();
      }
      System.out.println(
          "| readers | that never read | from feed: median, worst ms | from publish: same |");
      System.out.println("|--:|--:|--:|--:|");
      measure(streams, 100, 0, false);
      for (int readers : new int[] {1, 100, 1_000}) {
        for (int stalled : new int[] {0, 1, 8}) {
          measure(streams, readers, stalled, true);
        }
      }
    }
    System.exit(0);
  }

  private static void noteWhenAdded(Feed feed) {
    feed.onNews(() -> ADDED.set(feed.size() - 1, System.nanoTime()));
  }

  private static void measure(Streams streams, int readers, int stalled, boolean isShown) {
    AtomicLongArray slowest = new AtomicLongArray(ENTRIES);
    long[] published = new long[ENTRIES];
    List<TimedReader> all =
        IntStream.range(0, readers).mapToObj(i -> new TimedReader(slowest)).toList();
    try (Connections reading = new Connections(streams.live().port(), 0);
        Connections notReading = new Connections(streams.live().port(), SMALL_BUFFER)) {
      for (int i = 0; i < stalled; i++) {
        notReading.open(new StalledReader());
      }
      Streams.await().until(() -> streams.stalled() == stalled);
      all.forEach(reading::open);
      Streams.await().until(() -> all.stream().allMatch(TimedReader::isGreeted));
      int first = streams.feed().size();
      for (int i = 1; i <= ENTRIES; i++) {
        int due = i;
        published[i - 1] = System.nanoTime();
        publish(streams, 1);
        Streams.await().until(() -> all.stream().allMatch(reader -> reader.received() == due));
      }
      if (isShown) {
        long[] fromFeed = delays(slowest, i -> ADDED.get(first + i));
        long[] fromPublish = delays(slowest, i -> published[i]);
        System.out.printf(
            "| %d | %d | %s | %s |%n",
            readers, streams.stalled(), inWords(fromFeed), inWords(fromPublish));
      }
    }
    Streams.await()
        .until(
            () -> {
              publish(streams, 1);
              return streams.connected() == 0;
            });
    streams.live().awaitTold();
  }

  private static long[] delays(AtomicLongArray ends, IntToLongFunction start) {
    return IntStream.range(0, ENTRIES)
        .mapToLong(i -> ends.get(i) - start.applyAsLong(i))
        .sorted()
        .toArray();
  }

  private static String inWords(long[] delays) {
    return "%.1f, %.1f".formatted(delays[ENTRIES / 2] / 1e6, delays[ENTRIES - 1] / 1e6);
  }

  private static void publish(Streams streams, int number) {
    streams
        .live()
        .publish(
            IntStream.range(0, number)
                .mapToObj(
                    i -> {
                      int name = count++;
                      return update("delay-" + name)
                          .visit("IRN", NEIGHBOURS.get(name % NEIGHBOURS.size()))
                          .headline("long ".repeat(50) + name)
                          .get();
                    })
                .toList());
  }
}
