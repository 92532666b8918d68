package dev.tidings.feed.stream;

import static dev.tidings.fixture.UpdateFixture.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.feed.Feed;
import dev.tidings.feed.Item;
import dev.tidings.party.Relationship;
import dev.tidings.update.PubStatus;
import dev.tidings.update.RelationshipUpdate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyReadersCutAtRandomTest {

  private static final int READERS = 1_000;
  private static final int CUTS = 50;
  private static final int ROUNDS = 250;
  private static final Relationship NARROW = Relationship.parse("IRN-IRQ");

  private final AtomicInteger cuts = new AtomicInteger();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

  @Test
  void missNothingAndSeeNothingTwice(@TempDir Path folder) {
    try (Streams streams = Streams.start(folder, Streams.withHeartbeat(Duration.ofMillis(250)))) {
      List<CutReader> readers = readers(streams.feed());
      readers.forEach(streams.connections()::open);

      for (int round = 0; round < ROUNDS; round++) {
        int due = READERS * CUTS / ROUNDS * round;
        Streams.await().until(() -> cuts.get() >= due || !wrong.isEmpty());
        streams.live().publish(news(round));
      }
      streams.live().awaitTold();
      Streams.await()
          .atMost(Duration.ofMinutes(2))
          .until(
              () ->
                  !wrong.isEmpty()
                      || (cuts.get() == READERS * CUTS
                          && readers.stream().allMatch(CutReader::hasAll)));

      assertThat(wrong).isEmpty();
      assertThat(streams.connections().failures()).isEmpty();
      assertThat(streams.resets()).isZero();
      assertThat(streams.feed().size()).isGreaterThan(2 * ROUNDS);
    }
  }

  /** Every tenth wants one relationship only. */
  private List<CutReader> readers(Feed feed) {
    List<CutReader> readers = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      boolean isNarrow = i % 10 == 0;
      Predicate<Item> wanted = item -> !isNarrow || item.said().relationship().equals(NARROW);
      String query = isNarrow ? "&pair=" + NARROW.key() : "";
      readers.add(new CutReader(feed, query, wanted, CUTS, new Random(i), cuts, wrong));
    }
    return readers;
  }

  private static List<RelationshipUpdate> news(int round) {
    List<RelationshipUpdate> news = new ArrayList<>();
    news.add(update("pakistan-" + round).visit("IRN", "PAK").get());
    news.add(update("iraq-" + round).visit("IRN", "IRQ").get());
    if (round % 25 == 24) {
      news.add(
          update("pakistan-" + (round - 1))
              .visit("IRN", "PAK")
              .version(2)
              .status(PubStatus.CANCELED)
              .issued("2024-02-01T00:00:00Z")
              .get());
    }
    return news;
  }
}
